import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../../domain/errors';
import type { Mailbox, MailIntake, MailPosition, RawMail } from '../../mailbox-port';
import { type Dovecot, openDovecot } from '../../testing/dovecot';
import { randomIds } from '../ids/random-ids';
import { openMailbox } from './open-mailbox';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ARRIVED = Date.parse('2026-11-20T09:00:00Z');
const LETTER = [
  'Return-Path: <bounce@example.kz>',
  'From: aigerim@example.kz',
  'Date: Thu, 1 Jan 1998 00:00:00 +0000',
  '',
  'Сәлем',
  '',
].join('\r\n');

let dovecot: Dovecot;
let mailbox: Mailbox | undefined;

beforeEach(async () => {
  dovecot = await openDovecot('info@umami.kz');
});
afterEach(async () => {
  await mailbox?.stop();
  mailbox = undefined;
  await dovecot.close();
});

/** An intake that remembers what it took and how far it read, as the ledger does. */
function memory() {
  const taken: RawMail[] = [];
  const positions = new Map<string, MailPosition>();
  const intake: MailIntake = {
    take: (mail) => {
      taken.push(mail);
      if (mail.position) positions.set(mail.position.mailbox, mail.position);
      return Promise.resolve();
    },
    positionOf: (name) => Promise.resolve(positions.get(name) ?? null),
  };
  return { taken, intake };
}

async function read(intake: MailIntake, imapPassword = 'right'): Promise<Mailbox> {
  mailbox = openMailbox({
    intake: dovecot.url,
    imapPassword,
    clock: { now: () => 0 },
    ids: randomIds,
    log: SILENT,
  });
  await mailbox.start(intake);
  return mailbox;
}

async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`Never came true: ${what}`);
}

const works = (box: Mailbox) =>
  box.probe().then(
    () => true,
    () => false,
  );

it('takes a message with the time and envelope that the mail server wrote down, byte for byte', async () => {
  dovecot.deliver(LETTER, { at: ARRIVED });
  const { taken, intake } = memory();

  await read(intake);
  await until('one message taken', () => taken.length === 1);

  expect(taken[0]).toMatchObject({ receivedAt: ARRIVED, envelopeFrom: 'bounce@example.kz' });
  expect(taken[0]?.raw.toString('utf8')).toBe(LETTER);
});

it('takes what a person has opened, and hears of new mail without waiting for the next poll', async () => {
  dovecot.deliver(LETTER, { opened: true });
  const { taken, intake } = memory();
  const box = await read(intake);
  await until('the opened message taken', () => taken.length === 1);
  await until('waiting for news', () => works(box));

  dovecot.deliver(LETTER);

  await until('the new message taken', () => taken.length === 2, 6_000);
});

it('sets \\Seen only when the message is committed, and leaves it where it is', async () => {
  dovecot.deliver(LETTER);
  let commit = (): void => undefined;
  const gate = new Promise<void>((resolve) => (commit = resolve));
  let offered = 0;
  const intake = { ...memory().intake, take: () => ((offered += 1), gate) };

  await read(intake);
  await until('offered', () => offered === 1);
  await sleep(300);
  expect(dovecot.seen()).toEqual({ seen: 0, all: 1 });

  commit();
  await until('seen', () => dovecot.seen().seen === 1);
  expect(dovecot.seen().all).toBe(1);
});

it('offers again what could not be kept, and nothing overtakes it', async () => {
  dovecot.deliver(`Subject: first\r\n${LETTER}`);
  dovecot.deliver(`Subject: second\r\n${LETTER}`);
  const { taken, intake } = memory();
  let refusals = 1;
  const take: MailIntake['take'] = (mail) =>
    (refusals -= 1) >= 0 ? Promise.reject(new Unavailable('The disk is full')) : intake.take(mail);

  await read({ ...intake, take });
  await until('both taken', () => taken.length === 2);

  expect(taken.map(({ position }) => position?.uid)).toEqual([1, 2]);
});

it('goes on behind its position after a restart', async () => {
  dovecot.deliver(LETTER);
  const { taken, intake } = memory();
  const box = await read(intake);
  await until('one message taken', () => taken.length === 1);
  await until('at rest', () => works(box));
  await box.stop();

  dovecot.deliver(LETTER);
  await read(intake);
  await until('the next one taken', () => taken.length === 2);
  await sleep(500);

  expect(taken.map(({ position }) => position?.uid)).toEqual([1, 2]);
});

it('reads all anew, under other keys, when the server counts anew', async () => {
  dovecot.deliver(LETTER);
  const { taken, intake } = memory();
  const box = await read(intake);
  await until('one message taken', () => taken.length === 1);
  await box.stop();
  await dovecot.stop();
  // UIDVALIDITY is a time in seconds.
  await sleep(1_100);
  dovecot.forgetNumbers();
  await dovecot.start();

  await read(intake);
  await until('offered again', () => taken.length === 2);

  expect(taken[0]?.position?.uidValidity).not.toBe(taken[1]?.position?.uidValidity);
  expect(taken[0]?.sourceKey).not.toBe(taken[1]?.sourceKey);
});

it('fails its probe while the password is refused, and recovers by itself', async () => {
  dovecot.setPassword('changed');
  dovecot.deliver(LETTER);
  const { taken, intake } = memory();
  const box = await read(intake);
  await sleep(1_500);
  expect(await works(box)).toBe(false);
  expect(taken).toHaveLength(0);

  dovecot.setPassword('right');

  await until('taken', () => taken.length === 1);
  await until('the probe is well', () => works(box));
});

it('notices a lost server and comes back to it', async () => {
  const { taken, intake } = memory();
  const box = await read(intake);
  await until('reading', () => works(box));

  await dovecot.stop();
  await until('the loss is known', async () => !(await works(box)));
  dovecot.deliver(LETTER);
  await dovecot.start();

  await until('taken', () => taken.length === 1);
});
