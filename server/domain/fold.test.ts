import { foldForSearch, repairLookAlikes } from './fold';
import { findOrderNumbers, orderNumberCandidates } from './order-number';

it.each([
  ['ӘСЕЛ Қуанышева', 'асел куанышева'],
  ['Өмірбекқызы', 'омирбеккызы'],
  ['  Ёлкин\n Пётр ', 'елкин петр'],
  ['Ұлжан Үміт Һасан Ғани Іңкәр', 'улжан умит хасан гани инкар'],
  ['info@UMAMI.kz', 'info@umami.kz'],
  ['UM-2026-000123', 'um-2026-000123'],
  ['Сəлеметсіз', 'салеметсиз'],
  ['өтiнiш', 'отиниш'],
  ['Cоңы', 'соны'],
])('«%s» is searched as «%s»', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
  expect(foldForSearch(folded)).toBe(folded);
});

it('leaves Latin words alone', () => expect(repairLookAlikes('choice')).toBe('choice'));

it('finds order numbers by pattern and by what is known, in order', () => {
  const text = 'Заказ so-10452, потом 777-A и SO-10452; XSO-1 нет, тапсырыс SO-9.';
  expect(findOrderNumbers(text, 'SO-\\d+')).toEqual(['SO-10452', 'SO-9']);
  expect(findOrderNumbers(text, 'SO-\\d+', new Set(['777-A']))).toEqual(['SO-10452', '777-A', 'SO-9']);
  expect(findOrderNumbers('', 'SO-\\d+')).toEqual([]);
});

it('offers words with a digit as candidates', () => {
  expect(orderNumberCandidates('Прошу вернуть 12 500 тг за заказ 10452 (INV/2026-7).')).toEqual([
    '12',
    '500',
    '10452',
    'INV/2026-7',
  ]);
});
