import fc from 'fast-check';
import { agreesWithContent } from './declared-kind';
import { cleanFileName } from './file-name';

it.each([
  ['Өтініш пен жеке куәлік.pdf', 'Өтініш пен жеке куәлік.pdf', 'Kazakh letters stay'],
  ['Заявление №5 «возврат».pdf', 'Заявление №5 «возврат».pdf', 'Russian signs stay'],
  ['\u0418\u0306.pdf', '\u0419.pdf', 'composed to NFC'],
  ['../../x', 'x', 'no way up'],
  ['..\\..\\windows\\win.ini', 'win.ini', 'no way up on Windows either'],
  ['/etc/passwd', 'passwd', 'no absolute path'],
  ['чек\0.pdf', 'чек.pdf', 'no NUL'],
  ['чек\r\nSet-Cookie: a=b.pdf', 'чекSet-Cookie_ a=b.pdf', 'no line break, no colon'],
  ['receipt\u202Efdp.exe', 'receiptfdp.exe', 'no change of direction'],
  ['  .hidden. ', 'hidden', 'no dots at the ends'],
  ['..', 'document', 'nothing left'],
  ['', 'document', 'nothing given'],
])('%j becomes %j: %s', (given, name) => {
  expect(cleanFileName(given)).toBe(name);
});

it('cuts to 200 characters and keeps the extension', () => {
  const name = cleanFileName(`${'ұ'.repeat(400)}.pdf`);
  expect(Array.from(name)).toHaveLength(200);
  expect(name.endsWith('ұ.pdf')).toBe(true);
});

it('gives a safe label for anything, and the same for its own answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (given) => {
      const name = cleanFileName(given);
      expect(name).not.toMatch(/[/\\\0\p{Cc}\p{Cf}]/u);
      expect(name.length).toBeGreaterThan(0);
      expect(Array.from(name).length).toBeLessThanOrEqual(200);
    }),
  );
});

it.each([
  ['application/pdf', 'Өтініш.PDF', 'application/pdf', true],
  ['application/pdf', 'scan 25.11.2026', '', true],
  ['image/jpeg', 'IMG_1.jpeg', 'image/jpg', true],
  ['image/heic', 'IMG_1.heif', 'application/octet-stream', true],
  ['application/pdf', 'setup.exe', 'application/octet-stream', false],
  ['image/png', 'photo.jpg', '', false],
  ['image/png', 'photo.png', 'text/html', false],
])('a %s called %s and declared %j: %s', (kind, name, declared, agrees) => {
  expect(agreesWithContent(kind, name, declared)).toBe(agrees);
});
