import { createTransport, type SendMailOptions } from 'nodemailer';
import request from 'supertest';
import { applicationPdf, letterPdf } from '../adapters/pdf';
import { makeMailReader, openMailbox } from '../adapters/mailbox';
import { ROLES } from '../domain/permissions';
import { DEFAULT_LEGAL_ENTITY } from '../domain/legal-entity';
import { claimPeopleOf, makeClaimHooks } from '../features/claims';
import { type IntakeParts, intakeRoutes, makeTakeMail } from '../features/intake';
import { createJobRunner } from '../features/jobs';
import { claimKeysOf, letterDate, makeQueueLetter } from '../features/letters';
import { messageJobs, type MessageParts, messageRoutes } from '../features/messages';
import { buildApp } from '../http/app';
import { knownOf } from '../http/route';
import type { OutgoingMail } from '../ports';
import { openDeskApp } from './desk-app';
import { freePort } from './free-port';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const SHOP = 'info@umami.kz';

export type MailDesk = Awaited<ReturnType<typeof openMailDesk>>;

/** Mail in through the real listener and reader, letters out through the real outbox into a list. */
export async function openMailDesk() {
  const desk = await openDeskApp();
  const mailReader = makeMailReader();
  const outbox: OutgoingMail[] = [];
  const mailServer = { refuses: null as Error | null };
  const mailFrom = `UMAMI <${SHOP}>`;
  const letterParts = { ...desk.parts, mailFrom };
  const parts: IntakeParts = {
    ...desk.parts,
    queueLetter: makeQueueLetter(letterParts),
    log: SILENT,
    mailReader,
    mailFrom,
  };
  const messageParts: MessageParts = {
    ...parts,
    mailSender: {
      send: (mail) => {
        if (mailServer.refuses) return Promise.reject(mailServer.refuses);
        outbox.push(mail);
        return Promise.resolve();
      },
    },
    claimKeysOf,
    peopleOf: claimPeopleOf,
    namesOf: () => Promise.resolve(new Map()),
    onLetterSent: makeClaimHooks(parts).onLetterSent,
    onLetterLost: makeClaimHooks(parts).onLetterLost,
    applicationBlank: (language, at) => applicationPdf(language, DEFAULT_LEGAL_ENTITY, at),
    letterPdf: (letter) =>
      letterPdf({ ...letter, date: letterDate(letter.language, letter.date) }, DEFAULT_LEGAL_ENTITY),
  };
  const jobs = createJobRunner({ ...parts, handlers: messageJobs(messageParts), recurring: [] });
  const intake = makeTakeMail(parts);
  const port = await freePort();
  const mailbox = openMailbox({
    ...parts,
    intake: `smtp://127.0.0.1:${String(port)}`,
    imapPassword: undefined,
  });
  await mailbox.start(intake);
  const app = buildApp({
    routes: [...intakeRoutes(parts), ...messageRoutes(messageParts)],
    log: SILENT,
    ids: parts.ids,
    publicUrl: 'http://localhost:3000',
    trustProxy: '',
    sessions: {
      identify: (req, _res, next) => {
        const name = String(req.headers['x-test-user'] ?? '');
        const role = ROLES.find((one) => one === name) ?? 'reviewer';
        knownOf(req).actor = { id: desk.userId(name), role, name };
        next();
      },
      csrfTokenOf: () => 'token',
    },
    findMachine: () => Promise.resolve(undefined),
    uiFolder: null,
  });
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });

  return {
    ...desk,
    parts,
    messageParts,
    intake,
    mailbox,
    port,
    outbox,
    mailServer,
    jobs,
    send: (mail: SendMailOptions) => transport.sendMail({ to: SHOP, ...mail }),
    sendRaw: (raw: Buffer | string, from = 'aigul@example.kz', to = [SHOP]) =>
      transport.sendMail({ envelope: { from, to }, raw }),
    get: (path: string, user = 'reviewer') => request(app).get(path).set('x-test-user', user),
    post: (path: string, body: object, user = 'manager') =>
      request(app).post(path).set({ 'x-test-user': user, 'x-csrf-token': 'token' }).send(body),
    close: async () => {
      transport.close();
      await mailbox.stop();
      await mailReader.close();
      await desk.close();
    },
  };
}
