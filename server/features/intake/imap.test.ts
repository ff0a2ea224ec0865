import { setTimeout as sleep } from 'node:timers/promises';
import { openMailbox } from '../../adapters/mailbox';
import type { Mailbox, MailIntake } from '../../mailbox-port';
import { type Dovecot, openDovecot } from '../../testing/dovecot';
import { type MailDesk, openMailDesk } from '../../testing/mail-desk';
import { ClaimEntity } from '../claims';
import { MailLedgerEntity } from './mail-ledger.entity';

/** The ledger behind a real mailbox; how the mailbox itself behaves is in adapters/mailbox. */
const ARRIVED = Date.parse('2026-11-20T04:00:00Z');
let desk: MailDesk;
let dovecot: Dovecot;
const open: Mailbox[] = [];

beforeAll(async () => {
  desk = await openMailDesk();
  dovecot = await openDovecot('info@umami.kz');
});
afterEach(async () => {
  for (const mailbox of open.splice(0)) await mailbox.stop();
});
afterAll(async () => {
  await dovecot.close();
  await desk.close();
});

async function follow(intake: MailIntake = desk.intake): Promise<void> {
  const mailbox = openMailbox({ ...desk.parts, intake: dovecot.url, imapPassword: 'right' });
  open.push(mailbox);
  await mailbox.start(intake);
}

function deliver(from: string): void {
  const head = `Return-Path: <${from}>\r\nFrom: ${from}\r\nSubject: refund\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000`;
  dovecot.deliver(`${head}\r\n\r\nPlease refund my order, ${from}\r\n`, { at: ARRIVED });
}

const rowsOf = (envelopeFrom: string) => desk.uow.read((tx) => tx.findBy(MailLedgerEntity, { envelopeFrom }));

async function taken(from: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if ((await rowsOf(from)).length > 0) return;
    await sleep(50);
  }
  throw new Error(`Nothing of ${from} was taken`);
}

it('dates the demand by the arrival that the mail server wrote down', async () => {
  deliver('one@example.kz');
  await follow();
  await taken('one@example.kz');

  const [row] = await rowsOf('one@example.kz');
  expect(row).toMatchObject({ outcome: 'new_claim', receivedAt: ARRIVED });
  const claim = await desk.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: row?.claimId ?? '' }));
  expect(claim.demandedAt).toBe(ARRIVED);
});

it('takes each message once although the process died between the commit and \\Seen', async () => {
  const dead = new Promise<void>((died) => {
    const dying: MailIntake = {
      ...desk.intake,
      take: async (mail) => {
        await desk.intake.take(mail);
        died();
        // The process is gone: nothing after the commit happens any more.
        await new Promise(() => undefined);
      },
    };
    void follow(dying);
  });
  deliver('two@example.kz');
  await dead;
  // The dead reader is never asked to stop: it would wait for its last message.
  open.length = 0;
  expect(dovecot.seen()).toEqual({ all: 2, seen: 1 });

  deliver('three@example.kz');
  await follow();
  await taken('three@example.kz');
  expect(await rowsOf('two@example.kz')).toHaveLength(1);
});

it('reads again without doubles when the mailbox counts anew', async () => {
  const before = await desk.uow.read((tx) => tx.count(MailLedgerEntity));
  await dovecot.stop();
  // UIDVALIDITY is a time in seconds.
  await sleep(1_100);
  dovecot.forgetNumbers();
  await dovecot.start();

  deliver('four@example.kz');
  await follow();
  await taken('four@example.kz');
  expect(await desk.uow.read((tx) => tx.count(MailLedgerEntity))).toBe(before + 1);
});
