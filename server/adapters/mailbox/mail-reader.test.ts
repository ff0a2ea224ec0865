import type { ReadMail } from '../../mailbox-port';
import { makeMailReader } from './mail-reader';
import { returnPathOf } from './return-path';

const reader = makeMailReader();
afterAll(() => reader.close());

async function read(raw: string | Buffer): Promise<ReadMail> {
  const result = await reader.read(Buffer.from(raw));
  if (result.problem !== null) throw new Error(result.problem);
  return result.mail;
}
const mixed = (...parts: string[]) =>
  [
    'From: a@b.kz',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    ...parts.flatMap((part) => ['--x', part]),
    '--x--',
    '',
  ].join('\r\n');
const file = (disposition: string) =>
  `Content-Type: application/pdf\r\nContent-Disposition: ${disposition}\r\n\r\n%PDF`;

it.each([
  ['RFC 2047', 'attachment; filename="=?UTF-8?B?0rDNkdGB?="'],
  ['RFC 2231', "attachment; filename*=UTF-8''%D3%A8%D1%82%D1%96%D0%BD%D1%96%D1%88.pdf"],
])('reads names in %s', async (_name, disposition) => {
  const mail = await read(mixed(file(disposition)));
  expect(mail.attachments[0]?.name).toMatch(/\p{Script=Cyrillic}/u);
});

it.each([
  ['utf-8', Buffer.from('Өтініш.pdf')],
  [
    'windows-1251',
    Buffer.from([0xc7, 0xe0, 0xff, 0xe2, 0xeb, 0xe5, 0xed, 0xe8, 0xe5, 0x2e, 0x70, 0x64, 0x66]),
  ],
  ['koi8-r', Buffer.from([0xfa, 0xc1, 0xd1, 0xd7, 0xcc, 0xc5, 0xce, 0xc9, 0xc5, 0x2e, 0x70, 0x64, 0x66])],
])('reads names sent as raw %s bytes', async (charset, bytes) => {
  const [head = '', tail = ''] = mixed(file('attachment; filename="NAME"')).split('NAME');
  const mail = await read(Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]));
  expect(mail.attachments[0]?.name).toBe(charset === 'utf-8' ? 'Өтініш.pdf' : 'Заявление.pdf');
});

it('finds what a forwarded message carries', async () => {
  const inner = mixed(file('attachment; filename="inner.pdf"')).replaceAll('x', 'y').replace('"y"', '"y"');
  const mail = await read(mixed(`Content-Type: message/rfc822\r\n\r\n${inner}`));
  expect(mail.attachments.map(({ name }) => name)).toEqual(['inner.pdf']);
});

it('turns HTML into text and loads nothing', async () => {
  const mail = await read(
    'From: a@b.kz\r\nContent-Type: text/html\r\n\r\n<p>Верните <b>деньги</b><img src="http://x/y"></p>',
  );
  expect(mail.text).toContain('Верните деньги');
  expect(mail.text).not.toContain('http');
});

it('ends a reader that takes too long, and reads the next message', async () => {
  const hasty = makeMailReader({ timeLimitMs: 1 });
  expect(await hasty.read(Buffer.from('From: a@b.kz\r\n\r\nhi'))).toEqual({ problem: 'too-slow' });
  await hasty.close();
  expect((await read('From: a@b.kz\r\n\r\nhi')).text).toContain('hi');
});

it('refuses a mail bomb of parts', async () => {
  const many = mixed(...Array.from({ length: 400 }, () => 'Content-Type: text/plain\r\n\r\nx'));
  expect(await reader.read(Buffer.from(many))).toEqual({ problem: 'too-many-parts' });
});

it.each([
  ['Return-Path: <>\r\nFrom: a@b.kz\r\n\r\n', ''],
  ['Return-Path: <c@d.kz>\r\nFrom: a@b.kz\r\n\r\n', 'c@d.kz'],
  ['From: "A, B"\r\n <a@b.kz>\r\n\r\n', 'a@b.kz'],
])('takes the envelope from %j', (raw, address) => {
  expect(returnPathOf(Buffer.from(raw))).toBe(address);
});
