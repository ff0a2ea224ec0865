import { createTransport } from 'nodemailer';
import { Unavailable } from '../../domain/errors';
import { MAX_MAIL_BYTES, type Mailbox, type MailIntake, type RawMail } from '../../mailbox-port';
import { freePort } from '../../testing/free-port';
import { randomIds } from '../ids/random-ids';
import { openMailbox } from './open-mailbox';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOW = Date.parse('2026-11-23T10:15:00+05:00');

let mailbox: Mailbox | undefined;
afterEach(() => mailbox?.stop());

/** A listener in front of `take`, and a client that speaks real SMTP with it. */
async function listening(take: MailIntake['take']) {
  const port = await freePort();
  mailbox = openMailbox({
    intake: `smtp://127.0.0.1:${port}`,
    imapPassword: undefined,
    clock: { now: () => NOW },
    ids: randomIds,
    log: SILENT,
  });
  await mailbox.start({ take, positionOf: () => Promise.resolve(null) });
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const envelope = { from: 'aigerim@example.kz', to: ['info@umami.kz', 'info+ab@umami.kz'] };
  return {
    box: mailbox,
    send: (raw: string | Buffer) => client.sendMail({ envelope, raw }),
  };
}

const LETTER = 'From: aigerim@example.kz\r\nDate: Thu, 1 Jan 1998 00:00:00 +0000\r\n\r\nСәлем\r\n';

it('hands the message over byte for byte, received by our clock and not by its Date', async () => {
  const taken: RawMail[] = [];
  const { send } = await listening((mail) => Promise.resolve(void taken.push(mail)));

  await send(LETTER);

  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    receivedAt: NOW,
    envelopeFrom: 'aigerim@example.kz',
    envelopeTo: ['info@umami.kz', 'info+ab@umami.kz'],
  });
  expect(taken[0]?.raw.toString('utf8')).toBe(LETTER);
});

it('gives two messages of the same bytes keys of their own', async () => {
  const keys: string[] = [];
  const { send } = await listening((mail) => Promise.resolve(void keys.push(mail.sourceKey)));

  await send(LETTER);
  await send(LETTER);

  expect(new Set(keys).size).toBe(2);
});

it.each([
  ['a full disk', new Unavailable('The disk is full'), 452],
  ['any other fault of ours', new Error('secret inner words'), 451],
])('answers %s with a temporary refusal, so the sender keeps the message', async (_what, fault, code) => {
  const { send } = await listening(() => Promise.reject(fault));

  const refusal = await send(LETTER).catch((error: unknown) => error);

  expect(refusal).toMatchObject({ responseCode: code });
  expect(String((refusal as { response?: string }).response)).not.toContain(fault.message);
});

it('answers success only after the message was taken', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { send } = await listening(() => gate);
  let answered = false;

  const sending = send(LETTER).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(answered).toBe(false);

  release();
  await sending;
  expect(answered).toBe(true);
});

it('refuses a message over the limit for good and takes the next one', async () => {
  const taken: number[] = [];
  const { send } = await listening((mail) => Promise.resolve(void taken.push(mail.raw.length)));
  const line = Buffer.from(`${'a'.repeat(76)}\r\n`);
  const huge = Buffer.concat([Buffer.from(LETTER), Buffer.alloc(MAX_MAIL_BYTES + 1_000_000, line)]);

  await expect(send(huge)).rejects.toMatchObject({ responseCode: 552 });
  await send(LETTER);

  expect(taken).toEqual([Buffer.byteLength(LETTER)]);
});

it('says through its probe whether it listens', async () => {
  const { box } = await listening(() => Promise.resolve());
  await expect(box.probe()).resolves.toBeUndefined();

  await box.stop();

  await expect(box.probe()).rejects.toThrow(Unavailable);
});
