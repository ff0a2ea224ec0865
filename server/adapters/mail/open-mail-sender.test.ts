import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Unavailable } from '../../domain/errors';
import type { OutgoingMail } from '../../ports';
import { LetterRefused, openMailSender } from './open-mail-sender';

const LETTER: OutgoingMail = {
  from: 'UMAMI <info@umami.kz>',
  to: 'aigerim@example.kz',
  subject: 'UM-2026-000001: Жолданымыңыз тіркелді',
  text: 'Жолданымыңыз тіркелді.',
  replyTo: 'info+00@umami.kz',
  messageId: '<abcdefghijklmnopqrstuv@umami.kz>',
  language: 'kk',
  automatic: true,
  attachments: [{ name: 'Өтініш.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7') }],
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function outboxFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-outbox-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A mail server that keeps what it gets, or refuses each recipient with `refusal`. */
async function mailServer(refusal?: number) {
  const got: { recipients: string[]; raw: Buffer }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      done(
        refusal === undefined ? null : Object.assign(new Error('aigerim says no'), { responseCode: refusal }),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        got.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  const sender = openMailSender({ smtpUrl: `smtp://127.0.0.1:${port}`, outboxFolder: '/nowhere' });
  return { got, sender };
}

describe('a mail server', () => {
  it('gets the letter with its own Message-ID, also the second time', async () => {
    const { got, sender } = await mailServer();

    await sender.send(LETTER);
    await sender.send(LETTER);

    const parsed = await Promise.all(got.map(({ raw }) => simpleParser(raw)));
    expect(parsed.map(({ messageId }) => messageId)).toEqual([LETTER.messageId, LETTER.messageId]);
    expect(parsed[0]?.subject).toBe(LETTER.subject);
    expect(parsed[0]?.attachments[0]?.filename).toBe('Өтініш.pdf');
  });

  it('reads that a machine wrote it, and nothing of the kind in a letter by a person', async () => {
    const { got, sender } = await mailServer();

    await sender.send(LETTER);
    await sender.send({ ...LETTER, inReplyTo: '<one@example.kz>' });
    await sender.send({ ...LETTER, automatic: false });

    const parsed = await Promise.all(got.map(({ raw }) => simpleParser(raw)));
    expect(parsed.map(({ headers }) => headers.get('auto-submitted'))).toEqual([
      'auto-generated',
      'auto-replied',
      undefined,
    ]);
  });

  it.each([
    ['an address', { to: 'a@example.kz, b@example.kz\r\nBcc: c@example.kz' }],
    ['a subject', { subject: 'x\r\nBcc: d@example.kz' }],
  ])('never gets a second recipient out of %s', async (_where, hostile) => {
    const { got, sender } = await mailServer();

    const sent = await sender.send({ ...LETTER, ...hostile }).then(
      () => true,
      () => false,
    );

    expect(got).toHaveLength(sent ? 1 : 0);
    for (const { recipients, raw } of got) {
      expect(recipients).toHaveLength(1);
      expect((await simpleParser(raw)).headers.has('bcc')).toBe(false);
    }
  });

  it('refuses for good with 5xx and for now with 4xx; its own words, which hold the address, stay outside', async () => {
    const forGood = await (await mailServer(550)).sender.send(LETTER).catch((error: unknown) => error);
    const forNow = await (await mailServer(450)).sender.send(LETTER).catch((error: unknown) => error);

    expect(forGood).toBeInstanceOf(LetterRefused);
    expect(forNow).toBeInstanceOf(Unavailable);
    expect(String(forGood) + String(forNow)).not.toContain('aigerim');
  });

  it('that does not answer is a fault of the moment', async () => {
    const sender = openMailSender({ smtpUrl: 'smtp://127.0.0.1:1', outboxFolder: '/nowhere' });

    await expect(sender.send(LETTER)).rejects.toThrow(Unavailable);
  });
});

describe('the outbox of the demo', () => {
  it('keeps one private file a letter; the same letter again overwrites itself', async () => {
    const folder = outboxFolder();
    const sender = openMailSender({ smtpUrl: undefined, outboxFolder: folder });

    await sender.send(LETTER);
    await sender.send(LETTER);

    const names = readdirSync(folder);
    expect(names).toEqual(['_abcdefghijklmnopqrstuv_umami.kz_.eml']);
    const file = join(folder, names[0] ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await simpleParser(readFileSync(file))).messageId).toBe(LETTER.messageId);
  });

  it('whose folder cannot be written says so', async () => {
    const blocked = join(outboxFolder(), 'file');
    writeFileSync(blocked, '');

    await expect(
      openMailSender({ smtpUrl: undefined, outboxFolder: blocked }).send(LETTER),
    ).rejects.toThrow();
  });
});
