import {
  daysBetween,
  formatDay,
  formatInstant,
  formatMoney,
  formatSize,
  parseMoney,
  typedMoney,
  weekday,
} from './format';

const NBSP = '\u00A0';

it.each([
  [1_250_000, `12${NBSP}500${NBSP}₸`, 'tiyn are silent when zero'],
  [1_250_050, `12${NBSP}500,50${NBSP}₸`, 'tiyn stand behind a comma'],
  [5, `0,05${NBSP}₸`, 'less than a tenge'],
  [123_456_789_00, `123${NBSP}456${NBSP}789${NBSP}₸`, 'groups of three'],
  [-100, `−1${NBSP}₸`, 'a true minus'],
])('writes %d tiyn as %s: %s', (minor, text) => {
  expect(formatMoney(minor)).toBe(text);
});

it('names a currency that is not tenge', () => {
  expect(formatMoney(1000, 'RUB')).toBe(`10${NBSP}RUB`);
});

it.each([
  ['12 500', 1_250_000],
  [`12${NBSP}500,50 ₸`, 1_250_050],
  ['0.5', 50],
  ['12,505', null],
  ['1e3', null],
  ['-5', null],
  ['', null],
])('reads "%s" as %p tiyn', (text, minor) => {
  expect(parseMoney(text)).toBe(minor);
});

it.each([
  ['kk', '2026 ж. 3 желтоқсан', 'бейсенбі', 'бс'],
  ['ru', '3 декабря 2026 г.', 'четверг', 'чт'],
  ['en', '3 December 2026', 'Thursday', 'Th'],
])('writes a date in %s as the glossary does', (language, text, long, short) => {
  expect(formatDay('2026-12-03', language)).toBe(text);
  expect(weekday('2026-12-03', language, 'long')).toBe(long);
  expect(weekday('2026-12-03', language)).toBe(short);
});

it('tells an instant in Almaty, whatever zone the browser is in', () => {
  expect(formatInstant('2026-11-26T20:30:00.000Z', 'ru', 'short')).toBe('27.11.2026, 01:30');
});

it('counts days and sizes', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(formatSize(219_000, 'kk')).toBe(`214${NBSP}КБ`);
  expect(formatSize(1_468_006, 'ru')).toBe(`1,4${NBSP}МБ`);
});

it.each([0, 5, 1_250_000, 1_250_050])(
  'a field shows %d tiyn so that reading it gives the same sum',
  (minor) => {
    expect(parseMoney(typedMoney(minor))).toBe(minor);
  },
);
