import type { Claim } from '../shared/types';
import { nextStepOf } from './nextStep';

const OPEN_CHECK = { code: 'authority', required: true, ok: null };
const claim = (part: Partial<Record<keyof Claim, unknown>>) =>
  ({ state: 'in_review', missing: [], checklist: [], assigneeId: 'u1', ...part }) as unknown as Claim;

it.each([
  { key: 'failed', part: { payoutFailure: { text: 'declined' } }, why: 'a failed payout goes before all' },
  { key: 'missing', part: { state: 'received', missing: ['id_copy'] }, why: 'a paper is missing' },
  {
    key: 'customer',
    part: { state: 'needs_documents', checklist: [OPEN_CHECK] },
    why: 'asked for what no list of papers names: the customer is waited for, not the reviewer',
  },
  { key: 'check', part: { checklist: [OPEN_CHECK] }, why: 'somebody has it and has not checked all' },
  { key: 'take', part: { checklist: [OPEN_CHECK], assigneeId: null }, why: 'nobody has it' },
  { key: 'decide', part: { checklist: [{ ...OPEN_CHECK, ok: true }] }, why: 'all is checked' },
  { key: 'approve', part: { state: 'proposed' }, why: 'a manager has the word' },
  { key: 'done', part: { state: 'withdrawn' }, why: 'nothing is left' },
])('$key: $why', ({ key, part }) => {
  expect(nextStepOf(claim(part)).key).toBe(`claim.step.${key}`);
});
