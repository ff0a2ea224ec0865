import { guessDocumentType } from './guess-type';

it.each([
  ['Өтініш.pdf', 'application'],
  ['отиниш.jpg', 'application'],
  ['otinish_2026.pdf', 'application'],
  ['Заявление на возврат.pdf', 'application'],
  ['refund-application.pdf', 'application'],
  ['өтініш пен чек.pdf', 'application'],
  ['Жеке куәлік.jpg', 'id_copy'],
  ['куалик.png', 'id_copy'],
  ['Удостоверение (копия).pdf', 'id_copy'],
  ['паспорт_1.jpg', 'id_copy'],
  ['my-id.png', 'id_copy'],
  ['id_copy.pdf', 'id_copy'],
  ['Чек №12.pdf', 'receipt'],
  ['түбіртек.pdf', 'receipt'],
  ['Квитанция.pdf', 'receipt'],
  ['шоттан үзінді көшірме.pdf', 'receipt'],
  ['receipt.pdf', 'receipt'],
  ['IMG_20261125.jpg', 'other'],
  ['video.pdf', 'other'],
  ['человек.jpg', 'other'],
])('takes %s for %s', (name, type) => {
  expect(guessDocumentType(name)).toBe(type);
});

it('reads the text when the name says nothing; the annexes of an Application do not mislead', () => {
  const text = 'Ақшалай қаражатты қайтару туралы ӨТІНІШ. Қосымша: жеке куәлік көшірмесі, чек';
  expect(guessDocumentType('scan.pdf', text)).toBe('application');
  expect(guessDocumentType('scan.pdf', 'ФИСКАЛЬНЫЙ ЧЕК ИТОГО 12 500')).toBe('receipt');
  expect(guessDocumentType('scan.pdf', 'УДОСТОВЕРЕНИЕ ЛИЧНОСТИ')).toBe('id_copy');
});

it('stays quick on hostile text', () => {
  const before = performance.now();
  guessDocumentType('а'.repeat(100_000), 'id '.repeat(40_000));
  expect(performance.now() - before).toBeLessThan(500);
});
