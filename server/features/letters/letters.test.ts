import { LANGUAGES } from '../../domain/claim';
import { LETTER_KINDS } from '../claims';
import { composeLetter } from './compose-letter';
import { fill } from './fill';
import { letterDate, workingDays } from './letter-dates';
import type { LetterFacts } from './letter-facts';
import { writeLetter } from './queue-letter';
import { replyAddress, replyTokenIn } from './reply-address';
import { templateRoutes } from './templates.routes';
import { LETTER_WORDS, type LetterKey } from './words';

const facts: LetterFacts = {
  kind: 'acknowledgement',
  number: 'UM-2026-000123',
  name: 'Айгүл Сейтқали',
  email: 'aigul@example.kz',
  claimKind: 'refusal_after_handover',
  orderNumber: 'SO-10452',
  requestedMinor: 1_250_050,
  currency: 'KZT',
  demandedAt: Date.UTC(2026, 10, 23, 5, 15),
  refundDueOn: '2026-12-03',
  provisional: false,
  cardDueOn: null,
  answerDueOn: '2026-12-03',
  cardApplies: true,
  cardDays: 3,
  missing: ['application', 'id_copy'],
  items: [],
  completed: false,
  note: '',
  text: '',
  reasonCode: 'out_of_term',
  amountMinor: 1_250_000,
  equalsPurchase: true,
  cards: ['4242'],
  decidedBy: 'Гүлнар Ахметова',
  askedOn: '2026-11-23',
  closesOn: '2026-12-23',
  attempt: null,
  payouts: [
    {
      settledAt: Date.UTC(2026, 10, 26, 6),
      amountMinor: 1_250_000,
      currency: 'KZT',
      reference: '613245',
      card: '4242',
    },
  ],
  now: Date.UTC(2026, 10, 26, 6),
};

it.each([
  ['kk', '2026 жылғы 3 желтоқсан (бейсенбі)'],
  ['ru', '3 декабря 2026 года (четверг)'],
  ['en', '3 December 2026 (Thursday)'],
] as const)('writes a date in %s as laws do', (language, text) => {
  expect(letterDate(language, '2026-12-03')).toBe(text);
});

it('lists every letter in every language, as a customer reads it', () => {
  const [list] = templateRoutes();
  interface Row {
    id: string;
    subject: string;
    text: string;
  }
  let rows: Row[] = [];
  const answer = { setHeader: () => undefined, json: (sent: Row[]) => (rows = sent) };
  void list?.handler({ query: { range: '[0,99]' } } as never, answer as never, () => undefined);
  expect(rows).toHaveLength((LETTER_KINDS.length - 1) * LANGUAGES.length);
  for (const { subject, text } of rows) expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
});

it('names each item that it asks for, in every language', () => {
  const items = ['id_copy', 'authority', 'other'] as const;
  for (const language of LANGUAGES) {
    const asked = { ...facts, kind: 'deficiency' as const, items: [...items], note: 'паспорт' };
    const { text } = composeLetter(language, asked);
    for (const item of items) {
      expect(text).toContain(LETTER_WORDS[language][`item.${item}`].replace(/;$/, ''));
    }
    expect(text).toContain('паспорт');
  }
});

it('counts Russian working days by the last numeral', () => {
  expect([3, 5, 14, 22].map((days) => workingDays('ru', days))).toEqual([
    'Три рабочих дня',
    '5 рабочих дней',
    '14 рабочих дней',
    '22 рабочих дня',
  ]);
});

it('tells the number, the running dates, what is missing and what never to send, word for word', () => {
  const kk = composeLetter('kk', facts);
  expect(kk.subject).toContain('UM-2026-000123');
  for (const sentence of [
    'Құрметті Айгүл Сейтқали!',
    'Жолданымыңыз тіркелді. Нөмірі: UM-2026-000123.',
    'Ақшаны қайтарудың соңғы күні – 2026 жылғы 3 желтоқсан (бейсенбі) (қоса алғанда).',
    'Картаға қайтаруға берілетін 3 жұмыс күні өтініш пен құжат көшірмесі толық түскеннен кейін басталады.',
    'Сұралған сома: 12\u00a0500,50\u00a0₸.',
    'CVV',
  ])
    expect(kk.text).toContain(sentence);
  const ru = composeLetter('ru', facts);
  expect(ru.text).toContain('Ваше обращение зарегистрировано. Номер: UM-2026-000123.');
  expect(ru.text).toContain(
    'Три рабочих дня на возврат на карту начнутся, когда мы получим заявление и копию документа.',
  );
});

it.each(LANGUAGES)('says in %s that a date leans on a calendar that is not published', (language) => {
  const sentence = fill(language, 'provisional');
  expect(composeLetter(language, { ...facts, provisional: true }).text).toContain(sentence);
  expect(composeLetter(language, facts).text).not.toContain(sentence);
});

it('writes both languages while the language is a guess, with the shop at the foot', () => {
  const letter = writeLetter(['kk', 'ru'], facts);
  expect(letter.text).toContain('Жолданымыңыз тіркелді');
  expect(letter.text).toContain('Ваше обращение зарегистрировано');
  expect(letter.text).toContain('«UMAMI» ЖШС, БСН 190\u00a0440\u00a0011\u00a0185');
  expect(letter.html).toContain('<html lang="kk">');
});

it.each(LANGUAGES)('says in %s that the sum is the price of the goods only where it is', (language) => {
  const granted = { ...facts, kind: 'decision_refund' as const, requestedMinor: 1_250_000 };
  const whole = composeLetter(language, granted).text;
  const part = composeLetter(language, { ...granted, amountMinor: 500_000, equalsPurchase: false }).text;
  const [equals, asked] = [fill(language, 'equals'), fill(language, 'sum', { amount: '12\u00a0500\u00a0₸' })];
  expect(whole).toContain(equals);
  expect(whole).not.toContain(asked);
  expect(part).not.toContain(equals);
  expect(part).toContain(asked);
});

it('cites the clause and the remedies in a rejection', () => {
  const { text } = composeLetter('ru', {
    ...facts,
    kind: 'decision_reject',
    note: 'Товар передан 1 октября.',
  });
  expect(text).toContain(
    'В удовлетворении требования отказано. Основание: Информация об оплате, «Возврат денежных средств», п. 1, «',
  );
  expect(text).toContain('департамент по защите прав потребителей или в суд');
  expect(text).toContain('Гүлнар Ахметова');
});

it('tells the day, the sum, the card and the operation of a payout', () => {
  const { text } = composeLetter('kk', { ...facts, kind: 'payout' });
  expect(text).toContain(
    '2026 жылғы 26 қараша (бейсенбі) күні 12\u00a0500\u00a0₸ қайтардық. Операция нөмірі: 613245.',
  );
  expect(text).toContain('4242');
});

it('puts no foreign mark-up into the HTML', () => {
  expect(writeLetter(['en'], { ...facts, name: '<img src=x>' }).html).not.toContain('<img');
});

it('has every sentence in each language with the same placeholders, Cyrillic without Latin letters', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const key of Object.keys(LETTER_WORDS.kk) as LetterKey[]) {
    const [kk, ru, en] = LANGUAGES.map((language) => holes(LETTER_WORDS[language][key]));
    if (!key.startsWith('cardWaits')) expect([key, ru, en]).toEqual([key, kk, kk]);
    for (const language of ['kk', 'ru'] as const)
      expect(LETTER_WORDS[language][key]).not.toMatch(/\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/iu);
  }
});

it('never sends a letter with a hole in it', () => {
  expect(() => fill('kk', 'registered')).toThrow(/number/);
});

it('finds the token of a reply address again, whatever the case', () => {
  const token = 'AbCdEfGhIjKlMnOpQrStUg';
  const address = replyAddress('UMAMI <info@umami.kz>', token);
  expect(replyTokenIn('UMAMI <info@umami.kz>', address.toUpperCase())).toBe(token);
  expect(replyTokenIn('UMAMI <info@umami.kz>', 'info+x@umami.kz')).toBeNull();
});
