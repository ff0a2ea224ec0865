import * as fc from 'fast-check';
import {
  assertOtherPerson,
  assertSameProposal,
  proposalDigestInput,
  proposalHash,
  type ApprovedContent,
} from './approval';
import { ApprovalHashMismatch, Forbidden } from './errors';

const content: ApprovedContent = {
  claimId: 'c1',
  claimVersion: 7,
  outcome: 'refund',
  reasonCode: 'double_debit',
  refunds: [
    { paymentId: 'p1', amountMinor: 100, currency: 'KZT' },
    { paymentId: 'p2', amountMinor: 200, currency: 'KZT' },
  ],
};
const p1 = { paymentId: 'p1', amountMinor: 100, currency: 'KZT' } as const;

it('does not care for the order of refunds', () => {
  expect(proposalDigestInput({ ...content, refunds: [...content.refunds].reverse() })).toBe(
    proposalDigestInput(content),
  );
});

it.each<[string, Partial<ApprovedContent>]>([
  ['claim', { claimId: 'c2' }],
  ['version', { claimVersion: 8 }],
  ['outcome', { outcome: 'reject' }],
  ['reason', { reasonCode: 'goodwill' }],
  ['amount', { refunds: [{ ...p1, amountMinor: 101 }] }],
  ['payment', { refunds: [{ ...p1, paymentId: 'p9' }] }],
  ['currency', { refunds: [{ ...p1, currency: 'RUB' }] }],
  ['a refund twice', { refunds: [p1, p1] }],
  ['no refund', { refunds: [] }],
])('another %s is another text', (_what, change) => {
  const base = { ...content, refunds: [p1] };
  expect(proposalDigestInput({ ...base, ...change })).not.toBe(proposalDigestInput(base));
});

it('cannot be confused by names that hold the separators', () => {
  const one = (claimId: string, reasonCode: string) =>
    proposalDigestInput({ ...content, claimId, reasonCode });
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      expect(one(a, b) === one(c, d)).toBe(a === c && b === d);
    }),
  );
});

it('hashes with what it is given', () => {
  expect(proposalHash(content, (text) => `#${text.length}`)).toBe(`#${proposalDigestInput(content).length}`);
});

it('needs a second person and the hash that was shown', () => {
  expect(() => assertOtherPerson('u1', 'u1')).toThrow(Forbidden);
  expect(() => assertOtherPerson('u1', 'u2')).not.toThrow();
  expect(() => assertSameProposal('a', 'b')).toThrow(ApprovalHashMismatch);
  expect(() => assertSameProposal('a', 'a')).not.toThrow();
});
