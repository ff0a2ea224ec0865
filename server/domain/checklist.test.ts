import { type CheckFacts, checklistOf, openChecks } from './checklist';

const checks: CheckFacts = {
  missing: [],
  paymentMatched: true,
  authorityProved: null,
  withinTerm: true,
  goodsInspected: null,
};

it('leaves two answers to a person when all papers are there', () => {
  expect(openChecks(checklistOf('refusal_before_handover', checks, []))).toEqual(['same_person']);
  expect(openChecks(checklistOf('refusal_after_handover', { ...checks, missing: ['id_copy'] }, []))).toEqual([
    'id_copy',
    'same_person',
  ]);
});

it.each([
  [
    'mistaken_operation',
    ['application', 'id_copy', 'receipt', 'same_person', 'payment_matched', 'double_debit'],
  ],
  [
    'refusal_after_handover',
    ['application', 'id_copy', 'same_person', 'payment_matched', 'within_term', 'appearance'],
  ],
  ['defective', ['application', 'id_copy', 'same_person', 'payment_matched', 'defect']],
  ['other', ['application', 'id_copy', 'same_person', 'payment_matched']],
] as const)('%s asks %j', (kind, codes) => {
  expect(checklistOf(kind, checks, []).map(({ code }) => code)).toEqual(codes);
});

it('asks for authority on somebody else’s claim and for the goods when they come back', () => {
  const open = { ...checks, authorityProved: false, goodsInspected: false };
  expect(openChecks(checklistOf('other', open, []))).toEqual(['same_person', 'authority']);
  expect(checklistOf('other', open, []).at(-1)).toMatchObject({ code: 'goods', required: false, ok: null });
});

it('keeps what a person has answered when the facts change', () => {
  const before = checklistOf('other', { ...checks, missing: ['id_copy'] }, []);
  const answered = before.map((each) =>
    each.code === 'same_person' ? { ...each, ok: false, auto: false } : each,
  );
  const after = checklistOf('other', checks, answered);
  expect(after.find(({ code }) => code === 'id_copy')).toMatchObject({ ok: true, auto: true });
  expect(after.find(({ code }) => code === 'same_person')).toMatchObject({ ok: false, auto: false });
  expect(openChecks(after)).toEqual(['same_person']);
});

it('lets a newer paper answer a check that a person had failed, and keeps the failure on record', () => {
  const failed = checklistOf('other', checks, []).map((each) =>
    each.code === 'id_copy' ? { ...each, ok: false, auto: false, failedAt: 5 } : each,
  );
  const stillMissing = checklistOf('other', { ...checks, missing: ['id_copy'] }, failed);
  expect(stillMissing.find(({ code }) => code === 'id_copy')).toMatchObject({ ok: false, auto: false });
  const answered = checklistOf('other', checks, failed).find(({ code }) => code === 'id_copy');
  expect(answered).toEqual({ code: 'id_copy', required: true, ok: true, auto: true, failedAt: 5 });
});
