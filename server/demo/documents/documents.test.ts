import { guessDocumentType } from '../../features/documents/guess-type';
import { makeRenderer } from '../../adapters/rendering';
import { demoApplication, demoGoodsPhoto, demoIdCardPdf, demoReceiptPdf, pageAsPicture, photograph } from '.';

const renderer = makeRenderer();
afterAll(() => renderer.close());

const AT = 1_790_000_000_000;
const entries = {
  name: 'Қуанышева Әсел Нұрланқызы',
  iin: '900101300017',
  phone: '+7 701 000 41 17',
  order: 'SO-48213',
  paidOn: '18.11.2026',
  ground: 'refusal' as const,
  goods: 'Керамика кесе, 2 дана',
  receivedOn: '22.11.2026',
  sum: '12 500 ₸',
  reason: 'түсі сәйкес келмеді',
  date: '25.11.2026',
};
const receipt = {
  order: 'SO-48213',
  paidAt: '18.11.2026 19:42',
  lines: [{ title: 'Керамика кесе', quantity: 2, sum: '12 500 ₸' }],
  total: '12 500 ₸',
  cardLastFour: '4417',
  transactionId: '4673194557',
};
const card = {
  surname: 'ҚУАНЫШЕВА',
  givenName: 'ӘСЕЛ',
  patronymic: 'НҰРЛАНҚЫЗЫ',
  bornOn: '01.01.1990',
  iin: '900101300017',
};

it.each([
  ['an Application in Kazakh', () => demoApplication('kk', entries, AT, 1), 'application'],
  ['an Application in Russian', () => demoApplication('ru', entries, AT, 1), 'application'],
  ['an Application in English', () => demoApplication('en', entries, AT, 1), 'application'],
  ['a receipt', () => demoReceiptPdf(receipt, AT, 1), 'receipt'],
  ['a specimen card', () => demoIdCardPdf(card, AT), 'id_copy'],
])('makes %s that is read and told by its text, the same each time', async (_what, make, type) => {
  const [first, second] = [await make(), await make()];
  expect(first.equals(second)).toBe(true);
  const found = await renderer.inspect(first);
  if (found.problem) throw new Error(found.problem);
  expect(found.pages).toBe(1);
  expect(guessDocumentType('scan.pdf', found.text)).toBe(type);
});

it('makes photos that decode', async () => {
  const photo = await photograph(await pageAsPicture(await demoReceiptPdf(receipt, AT, 1), renderer), 5);
  expect(await renderer.inspect(photo)).toMatchObject({ problem: null, contentType: 'image/jpeg' });
  expect(await renderer.inspect(await demoGoodsPhoto(2))).toMatchObject({
    problem: null,
    width: 1200,
    height: 900,
  });
});
