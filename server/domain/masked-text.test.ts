import { maskedText } from './masked-text';

const NAMES = ['Айнұр Мұсабекова', 'Ли Ан', "James O'Connor"];
const read = (text: string) => maskedText(text, 'auditor', NAMES);

it.each([
  ['Құрметті Айнұр Мұсабекова!', 'Құрметті А• М•!', 'the name of the customer'],
  [
    'Ақша Айнұрға, айнұрдың картасына',
    'Ақша А•, а• картасына',
    'a name with an ending, in small letters too',
  ],
  ["Dear James O'Connor,", 'Dear J• O•,', 'a name with an apostrophe'],
  ['Қайнұр дүкені', 'Қайнұр дүкені', 'a name inside another word is that other word'],
  ['Ли деген ән', 'Ли деген ән', 'a name of two letters is a word of the language as well'],
  ['ainur.m@example.kz мекенжайы', 'a•••@example.kz мекенжайы', 'a mail address'],
  ['ЖСН 991021499017.', 'ЖСН •••17.', 'an IIN'],
  ['тел. +7 (701) 000-50-12', 'тел. •••12', 'a telephone number'],
  ['шот KZ19722S000032196613', 'шот •••6613', 'a bank account'],
  [
    'UM-2026-000019, SO-48241, 18 600 ₸',
    'UM-2026-000019, SO-48241, 18 600 ₸',
    'numbers of ours and sums stay',
  ],
  ['2026-11-25, 09:00–20:00', '2026-11-25, 09:00–20:00', 'so do dates and hours'],
  ['№ 4700000025 төлем', '№ 4700000025 төлем', 'and the number of a payment'],
])('%s → %s: %s', (text, masked) => {
  expect(read(text)).toBe(masked);
});

it('is for auditors only, and nothing stays nothing', () => {
  expect(maskedText('Айнұр', 'reviewer', NAMES)).toBe('Айнұр');
  expect(maskedText(null, 'auditor', NAMES)).toBeNull();
});
