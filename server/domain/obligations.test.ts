import * as fc from 'fast-check';
import { createCalendar } from './calendar';
import { CLAIM_KINDS, CLOSED_STATES } from './claim';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';
import { nearest } from './nearest-obligation';
import { obligations, type ObligationFacts, type ObligationKind } from './obligations';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const at = (iso: string) => Date.parse(iso);
const base: ObligationFacts = {
  kind: 'refusal_after_handover',
  demandedAt: at('2026-11-23T10:00:00+05:00'),
  completeAt: at('2026-11-25T11:00:00+05:00'),
  moneyDemandedAt: null,
  refundAcceptedAt: null,
  answers: [],
  reopenedAt: null,
  answerReopenedAt: null,
  chargedBack: false,
  closedAt: null,
  closedState: null,
  now: at('2026-11-25T12:00:00+05:00'),
};
const of = (changed: Partial<ObligationFacts>, settings: Partial<LegalSettings> = {}) =>
  obligations({ ...base, ...changed }, { ...DEFAULT_LEGAL_SETTINGS, ...settings }, kz);
const one = (
  kind: ObligationKind,
  changed: Partial<ObligationFacts>,
  settings: Partial<LegalSettings> = {},
) => of(changed, settings).find((each) => each.kind === kind);
const kinds = (changed: Partial<ObligationFacts>) => of(changed).map(({ kind }) => kind);

it('owes what its kind owes', () => {
  const all = ['refund_10_days', 'card_refund_3_working_days', 'answer_10_days'];
  expect(kinds({ kind: 'refusal_before_handover' })).toEqual(all);
  expect(kinds({ kind: 'refusal_after_handover' })).toEqual(all);
  expect(kinds({ kind: 'mistaken_operation' })).toEqual(['card_refund_3_working_days', 'answer_10_days']);
  expect(kinds({ kind: 'defective' })).toEqual(['answer_10_days']);
  expect(kinds({ kind: 'other', moneyDemandedAt: base.demandedAt })).toEqual([
    'refund_10_days',
    'answer_10_days',
  ]);
});

it('starts ten days at the demand and three working days at the last paper', () => {
  expect(one('refund_10_days', {})).toMatchObject({
    startsOn: '2026-11-23',
    dueOn: '2026-12-03',
    status: 'running',
  });
  expect(one('card_refund_3_working_days', {})).toMatchObject({
    startsOn: '2026-11-25',
    dueOn: '2026-11-30',
    status: 'running',
  });
  expect(one('card_refund_3_working_days', { completeAt: null })).toBeUndefined();
  expect(
    one('card_refund_3_working_days', { completeAt: null }, { 'start.card': 'first_demand' })?.startsOn,
  ).toBe('2026-11-23');
  expect(one('refund_10_days', {}, { 'start.tenDay': 'complete_application' })?.startsOn).toBe('2026-11-25');
  expect(
    one('refund_10_days', { completeAt: null }, { 'start.tenDay': 'complete_application' }),
  ).toBeUndefined();
});

it('uses the length of mistaken operations', () => {
  const found = one(
    'card_refund_3_working_days',
    { kind: 'mistaken_operation' },
    { 'mistaken.workingDays': 5 },
  );
  expect(found).toMatchObject({ dueOn: '2026-12-02', article: 'policy.mistaken' });
});

const due = at('2026-12-04T00:00:00+05:00');
it.each([
  ['accepted in the last millisecond', { refundAcceptedAt: due - 1 }, 'met', false],
  ['accepted at midnight', { refundAcceptedAt: due }, 'breached', false],
  ['not done, in time', { now: due - 1 }, 'running', true],
  ['not done, too late', { now: due }, 'breached', true],
  ['rejected in time', { closedAt: due - 1, closedState: 'rejected' as const }, 'void', false],
  ['withdrawn in time', { closedAt: due - 1, closedState: 'withdrawn' as const }, 'void', false],
  ['withdrawn when it was too late', { closedAt: due, closedState: 'withdrawn' as const }, 'breached', false],
  ['a duplicate', { closedAt: due, closedState: 'duplicate' as const }, 'void', false],
])('the ten days of a claim %s', (_story, changed, status, open) => {
  expect(one('refund_10_days', changed)).toMatchObject({ status, open });
});

it('waits for settlement when the setting says so', () => {
  const changed = { refundAcceptedAt: due - 2, refundSettledAt: due + 1 };
  expect(one('refund_10_days', changed)?.status).toBe('met');
  expect(one('refund_10_days', changed, { refundDoneAt: 'settled' })?.status).toBe('breached');
  expect(one('refund_10_days', { refundAcceptedAt: due - 2 }, { refundDoneAt: 'settled' })?.status).toBe(
    'running',
  );
});

it('keeps the answer of a rejection running until the letter is accepted', () => {
  const rejected = { closedAt: due - 5_000, closedState: 'rejected' } as const;
  expect(one('answer_10_days', rejected)).toMatchObject({ status: 'running', open: true });
  expect(one('answer_10_days', { ...rejected, answers: [due - 1] })).toMatchObject({
    status: 'met',
    doneAt: due - 1,
  });
  expect(nearest(of({ ...rejected, answers: [due - 1] }))).toBeNull();
});

it('voids the card clock while a check has failed and restores the original arrival', () => {
  const failed = one('card_refund_3_working_days', { completenessVoided: { reason: 'id_matches' } });
  expect(failed).toMatchObject({ status: 'void', voidReason: 'check_failed', startsOn: '2026-11-25' });
  expect(one('refund_10_days', { completenessVoided: { reason: 'id_matches' } })?.status).toBe('running');
  expect(one('card_refund_3_working_days', { completenessVoided: null })).toMatchObject({
    status: 'running',
    startsOn: '2026-11-25',
  });
});

it('sorts a claim by the earlier of two terms', () => {
  expect(nearest(of({}))).toEqual({
    dueOn: '2026-11-30',
    dueAt: at('2026-12-01T00:00:00+05:00'),
    latestSafeAt: at('2026-11-27T17:00:00+05:00'),
    provisional: false,
  });
  expect(nearest(of({ completeAt: null }))?.dueOn).toBe('2026-12-03');
  expect(nearest(of({ completeAt: at('2026-12-02T10:00:00+05:00') }))?.dueOn).toBe('2026-12-03');
  expect(nearest(of({ refundAcceptedAt: base.now, answers: [base.now] }))).toBeNull();
  expect(nearest(of({ kind: 'other' }))?.latestSafeAt).toBe(at('2026-12-03T17:00:00+05:00'));
  expect(nearest([])).toBeNull();
});

it('keeps an overdue claim at its date until it is done', () => {
  const late = of({ now: due + 86_400_000 });
  expect(late.map(({ status }) => status)).toEqual(['breached', 'breached', 'breached']);
  expect(nearest(late)?.dueOn).toBe('2026-11-30');
});

it('never leaves a finished claim with a date, except a rejection without its letter', () => {
  const moment = fc.integer({ min: base.demandedAt, max: base.demandedAt + 40 * 86_400_000 });
  const perhaps = fc.option(moment);
  fc.assert(
    fc.property(
      fc.constantFrom(...CLAIM_KINDS),
      fc.boolean(),
      perhaps,
      perhaps,
      perhaps,
      moment,
      fc.constantFrom(...CLOSED_STATES),
      moment,
      (kind, chargedBack, completeAt, refundAcceptedAt, answeredAt, closedAt, closedState, now) => {
        const found = of({
          kind,
          chargedBack,
          moneyDemandedAt: completeAt,
          completeAt,
          refundAcceptedAt,
          answers: answeredAt === null ? [] : [answeredAt],
          closedAt,
          closedState,
          now,
        });
        const dated = nearest(found) !== null;
        expect(dated).toBe(closedState === 'rejected' && answeredAt === null);
        for (const { status, open, doneAt, dueAt } of found) {
          if (status === 'met') expect(doneAt).toBeLessThan(dueAt);
          if (status === 'void' || status === 'met') expect(open).toBe(false);
          if (status === 'running') expect(open).toBe(true);
        }
      },
    ),
  );
});

it('only ever goes from running to one end as time passes', () => {
  const moment = fc.integer({ min: base.demandedAt, max: base.demandedAt + 40 * 86_400_000 });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      const [early, later] = [of({ now: Math.min(a, b) }), of({ now: Math.max(a, b) })];
      early.forEach(({ status }, index) => {
        if (status === 'breached') expect(later[index]?.status).toBe('breached');
      });
    }),
  );
});

describe('a claim that is opened again', () => {
  const reopenedAt = at('2026-12-10T09:00:00+05:00');
  const later = { reopenedAt, answerReopenedAt: reopenedAt, now: reopenedAt + 1 };

  it('has new terms from then on, and what was done before does not count for them', () => {
    const found = of({ ...later, answers: [at('2026-12-01T10:00:00+05:00')] });
    expect(found.map(({ kind, startsOn, dueOn, status }) => [kind, startsOn, dueOn, status])).toEqual([
      ['refund_10_days', '2026-12-10', '2026-12-21', 'running'],
      ['card_refund_3_working_days', '2026-12-10', '2026-12-15', 'running'],
      ['answer_10_days', '2026-12-10', '2026-12-21', 'running'],
    ]);
    const answered = { ...later, answers: [at('2026-12-01T10:00:00+05:00'), reopenedAt + 5_000] };
    expect(one('answer_10_days', answered)).toMatchObject({ status: 'met', doneAt: reopenedAt + 5_000 });
  });

  it('keeps the term of an answer that was never given', () => {
    expect(one('answer_10_days', { ...later, answerReopenedAt: null })).toMatchObject({
      startsOn: '2026-11-23',
      status: 'breached',
      open: true,
      restartedAt: null,
    });
  });

  it('starts the card clock with the last paper when that comes after the reopening', () => {
    const found = one('card_refund_3_working_days', { ...later, completeAt: reopenedAt + 86_400_000 });
    expect(found?.startsOn).toBe('2026-12-11');
  });
});

it('ends the duty to pay, not that to answer, when the bank has taken the payment back', () => {
  const found = of({ chargedBack: true });
  expect(found.map(({ kind, status, voidReason }) => [kind, status, voidReason])).toEqual([
    ['refund_10_days', 'void', 'charged_back'],
    ['card_refund_3_working_days', 'void', 'charged_back'],
    ['answer_10_days', 'running', undefined],
  ]);
  expect(one('refund_10_days', { chargedBack: true, refundAcceptedAt: due - 1 })?.status).toBe('met');
});

it('counts the ten days of a defect from the demand for money', () => {
  const money = at('2026-11-30T10:00:00+05:00');
  expect(one('refund_10_days', { kind: 'defective', moneyDemandedAt: money })?.startsOn).toBe('2026-11-30');
  expect(one('answer_10_days', { kind: 'defective', moneyDemandedAt: money })?.startsOn).toBe('2026-11-23');
});

it('is open again when the refund comes back, by its old date', () => {
  expect(one('refund_10_days', { refundAcceptedAt: due - 1 })?.status).toBe('met');
  expect(one('refund_10_days', { refundAcceptedAt: null, now: due })).toMatchObject({
    status: 'breached',
    open: true,
    dueOn: '2026-12-03',
  });
});
