import * as fc from 'fast-check';
import { createCalendar } from './calendar';
import { CLAIM_KINDS } from './claim';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';
import { judge } from './policy';
import { CLAUSE_KEYS, isClauseKey, POLICY_CLAUSES } from './policy-clauses';
import { EXEMPT_CATEGORIES, type PolicyFacts, type PolicyLine, type PolicyPayment } from './policy-facts';
import { returnWindow } from './return-window';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const at = (iso: string) => Date.parse(iso);
const line: PolicyLine = {
  category: 'dishes',
  individuallyDefined: false,
  goods: 'not_needed',
  kept: null,
  refundedBefore: false,
};
const payment: PolicyPayment = {
  status: 'Completed',
  currency: 'KZT',
  paidMinor: 10_000,
  refundedMinor: 0,
  paidOn: '2026-11-10',
  chargeback: false,
};
const base: PolicyFacts = {
  kind: 'refusal_after_handover',
  demandedAt: at('2026-11-23T10:00:00+05:00'),
  handedOverOn: '2026-11-20',
  purchasedOn: '2026-11-10',
  orderFound: true,
  lines: [line],
  payment,
  sameDebits: 0,
  requestedMinor: 10_000,
  currency: 'KZT',
  authority: 'payer',
  possibleDuplicates: 0,
  today: '2026-11-23',
};
const verdict = (changed: Partial<PolicyFacts>, settings: Partial<LegalSettings> = {}) =>
  judge({ ...base, ...changed }, { ...DEFAULT_LEGAL_SETTINGS, ...settings }, kz);

it.each<[string, Partial<PolicyFacts>, string, string[]]>([
  ['in term', {}, 'accept', ['in_term']],
  ['before handover', { kind: 'refusal_before_handover', handedOverOn: null }, 'accept', ['before_handover']],
  ['said to be before handover', { kind: 'refusal_before_handover' }, 'manual', ['handover_contradicts']],
  ['out of term', { handedOverOn: '2026-11-02', purchasedOn: null }, 'reject', ['out_of_term']],
  ['no handover date', { handedOverOn: null }, 'manual', ['handover_unknown']],
  ['a double debit', { kind: 'mistaken_operation', sameDebits: 1 }, 'accept', ['double_debit_found']],
  ['a debit to compare', { kind: 'mistaken_operation' }, 'manual', ['debit_to_compare']],
  ['a defect', { kind: 'defective' }, 'manual', ['defect_to_confirm']],
  ['another demand', { kind: 'other' }, 'manual', ['other_demand']],
  [
    'made for the buyer',
    { lines: [{ ...line, individuallyDefined: true }] },
    'manual',
    ['individually_defined'],
  ],
  [
    'made for the buyer and out of term: still a person',
    { lines: [{ ...line, individuallyDefined: true }], handedOverOn: '2026-11-02', purchasedOn: null },
    'manual',
    ['individually_defined', 'out_of_term'],
  ],
  ['used goods', { lines: [line, { ...line, kept: false }] }, 'reject', ['goods_used']],
  [
    'used goods with a defect',
    { kind: 'defective', lines: [{ ...line, kept: false }] },
    'manual',
    ['defect_to_confirm'],
  ],
  ['an exempt kind of goods', { lines: [{ ...line, category: 'underwear' }] }, 'manual', ['exempt_category']],
  [
    'a line that another claim brought back',
    { lines: [line, { ...line, refundedBefore: true }] },
    'manual',
    ['line_refunded_before'],
  ],
  ['no order', { orderFound: false }, 'manual', ['order_unknown']],
  ['no payment', { payment: null }, 'manual', ['payment_unknown']],
  ['a declined payment', { payment: { ...payment, status: 'Declined' } }, 'manual', ['payment_took_nothing']],
  ['all went back before', { payment: { ...payment, refundedMinor: 10_000 } }, 'reject', ['nothing_left']],
  ['more than is left', { payment: { ...payment, refundedMinor: 1 } }, 'manual', ['above_payment']],
  [
    'exactly what is left',
    { payment: { ...payment, refundedMinor: 1 }, requestedMinor: 9_999 },
    'accept',
    ['in_term'],
  ],
  ['another currency', { currency: 'RUB' }, 'manual', ['other_currency']],
  ['a chargeback', { payment: { ...payment, chargeback: true } }, 'manual', ['chargeback']],
  ['a year old to the day', { payment: { ...payment, paidOn: '2025-11-23' } }, 'accept', ['in_term']],
  ['older than a year', { payment: { ...payment, paidOn: '2025-11-22' } }, 'manual', ['payment_too_old']],
  ['somebody else', { authority: 'missing' }, 'manual', ['other_person']],
  ['somebody else with authority', { authority: 'proved' }, 'accept', ['in_term']],
  ['perhaps a duplicate', { possibleDuplicates: 1 }, 'manual', ['possible_duplicate']],
])('%s', (_story, changed, result, codes) => {
  const found = verdict(changed);
  expect(found.result).toBe(result);
  expect(found.reasons.map(({ code }) => code)).toEqual(codes);
});

it('waits for the goods only when the setting says so', () => {
  const lines: PolicyLine[] = [{ ...line, goods: 'expected' }];
  expect(verdict({ lines }).result).toBe('accept');
  expect(verdict({ lines }, { 'goods.payoutWaits': true }).reasons.map(({ code }) => code)).toEqual([
    'goods_awaited',
  ]);
});

it.each<[string, string | null, string, string]>([
  ['2026-11-20', null, '2026-12-04', '14 days after handover'],
  ['2026-11-21', null, '2026-12-07', 'a Saturday rolls forward'],
  ['2026-11-20', '2026-11-23', '2026-12-07', 'paid for after handover: the later counts'],
  ['2026-12-02', null, '2026-12-17', 'Independence Day rolls forward'],
])('handed over %s, bought %s: the last day is %s (%s)', (handedOverOn, purchasedOn, lastOn) => {
  const window = (demanded: string) =>
    returnWindow(at(demanded), handedOverOn, purchasedOn, kz, DEFAULT_LEGAL_SETTINGS);
  expect(window(`${lastOn}T23:59:59+05:00`)).toEqual({ lastOn, within: true });
  expect(
    returnWindow(at(`${lastOn}T23:59:59+05:00`) + 1000, handedOverOn, purchasedOn, kz, DEFAULT_LEGAL_SETTINGS)
      .within,
  ).toBe(false);
});

it('gives each reason its clause and its paragraph, and accepts only when nothing speaks against it', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...CLAIM_KINDS),
    handedOverOn: fc.constantFrom(null, '2026-11-02', '2026-11-20'),
    orderFound: fc.boolean(),
    payment: fc.constantFrom(
      null,
      payment,
      { ...payment, refundedMinor: 10_000 },
      { ...payment, status: 'Declined' },
    ),
    sameDebits: fc.nat(1),
    authority: fc.constantFrom<PolicyFacts['authority'][]>('payer', 'proved', 'missing'),
    possibleDuplicates: fc.nat(1),
    lines: fc.array(
      fc.record({
        category: fc.constantFrom('dishes', ...EXEMPT_CATEGORIES),
        individuallyDefined: fc.boolean(),
        goods: fc.constant<PolicyLine['goods']>('expected'),
        kept: fc.constantFrom(true, false, null),
        refundedBefore: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(facts, (changed) => {
      const { result, reasons } = verdict(changed);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { code, clause, letterKey } of reasons) {
        expect(isClauseKey(clause)).toBe(true);
        expect(letterKey).toBe(`verdict.${code}`);
      }
      if (result === 'accept') expect(reasons.every(({ effect }) => effect === 'accept')).toBe(true);
      if (result === 'reject') expect(reasons[0]?.effect).toBe('reject');
      const custom =
        changed.kind.startsWith('refusal_') &&
        changed.lines.some(({ individuallyDefined }) => individuallyDefined);
      if (custom) expect(result).toBe('manual');
    }),
  );
});

it('has every clause in three languages', () => {
  for (const key of CLAUSE_KEYS) {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(POLICY_CLAUSES[key].name[language].length).toBeGreaterThan(5);
      expect(POLICY_CLAUSES[key].text[language].length).toBeGreaterThan(10);
    }
    expect(`${POLICY_CLAUSES[key].name.kk}${POLICY_CLAUSES[key].text.kk}`).not.toMatch(/[a-z]/i);
  }
});
