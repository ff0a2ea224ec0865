import { rangeOfBeginning, searchTerms, wantedTerms } from './search-terms';

const CLAIM = {
  number: 'UM-2026-000123',
  orderNumber: 'SO-100',
  customer: { name: 'Айгүл Сейітқызы Омарова', email: 'Aigul@example.kz' },
};

it('keeps number, order, address, each word of the name and the whole name from both ends', () => {
  expect(searchTerms(CLAIM)).toEqual([
    'um-2026-000123',
    'so-100',
    'aigul@example.kz',
    'айгул',
    'сейиткызы',
    'омарова',
    '=айгул сейиткызы омарова',
    '=омарова айгул сейиткызы',
  ]);
  expect(
    searchTerms({ number: 'UM-1', orderNumber: null, customer: { name: 'Мадина', email: null } }),
  ).toEqual(['um-1', 'мадина']);
});

it.each([
  ['Айгүл Сейітқызы Омарова', true],
  ['айгул сейит', true],
  ['ОМАРОВА Айгүл', true],
  ['aigul@', true],
  ['um-2026-0001', true],
  ['сейітқызы омарова', false],
])('%s begins a term as a whole: %s', (text, found) => {
  const wanted = wantedTerms(text);
  const { from, to } = rangeOfBeginning(wanted?.whole ?? wanted?.words[0] ?? '');
  expect(searchTerms(CLAIM).some((term) => term >= from && term < to)).toBe(found);
});

it('looks for nothing when a text holds no letter and no figure', () => {
  expect(wantedTerms(' - … ')).toBeNull();
});
