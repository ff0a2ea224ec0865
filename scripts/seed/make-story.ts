import type { ClaimKind, ClaimState, DocumentType, ReasonCode } from '../../server/domain/claim';
import { isClosed, requiredItems } from '../../server/domain/claim';
import type { Random } from './random';

/** What has happened to a claim and when; everything else about it follows by the rules. */
export interface Story {
  state: ClaimState;
  kind: ClaimKind;
  demandedAt: number;
  papers: { type: DocumentType; at: number }[];
  /** When somebody asked for the paper that was missing. */
  askedAt: number | null;
  decision: { outcome: 'refund' | 'reject'; reasonCode: ReasonCode; proposedAt: number } | null;
  approvedAt: number | null;
  /** When the gateway accepted the refund. */
  acceptedAt: number | null;
  settledAt: number | null;
  closedAt: number | null;
}

const HOUR_MS = 3_600_000;
const DECIDED: readonly ClaimState[] = ['proposed', 'approved', 'in_payout', 'resolved', 'rejected'];
const REFUND_REASON: Record<ClaimKind, ReasonCode> = {
  refusal_before_handover: 'changed_mind_before_handover',
  refusal_after_handover: 'changed_mind_after_handover',
  mistaken_operation: 'double_debit',
  defective: 'defect',
  other: 'goodwill',
};

export function makeStory(demandedAt: number, kind: ClaimKind, random: Random): Story {
  const state = stateOf(random);
  const hours = (from: number, to: number) => (from + random.whole(to - from)) * HOUR_MS;
  // One claim in four first comes without its last paper.
  const isLate = state === 'needs_documents' || random.whole(4) === 0;
  const askedAt = isLate && state !== 'received' ? demandedAt + hours(1, 6) : null;
  const papers = papersOf(state, kind, demandedAt, askedAt === null ? null : askedAt + hours(5, 40));
  const completeAt = Math.max(demandedAt, ...papers.map(({ at }) => at));
  const decidedAt = completeAt + hours(1, 30);
  const approvedAt = ['approved', 'in_payout', 'resolved', 'rejected'].includes(state)
    ? decidedAt + hours(1, 5)
    : null;
  const acceptedAt =
    state === 'in_payout' || state === 'resolved' ? (approvedAt ?? decidedAt) + 2 * 60_000 : null;
  const settledAt = state === 'resolved' && acceptedAt !== null ? acceptedAt + 15 * 60_000 : null;
  return {
    state,
    kind,
    demandedAt,
    papers,
    askedAt,
    decision: DECIDED.includes(state)
      ? state === 'rejected'
        ? { outcome: 'reject', reasonCode: 'out_of_term', proposedAt: decidedAt }
        : { outcome: 'refund', reasonCode: REFUND_REASON[kind], proposedAt: decidedAt }
      : null,
    approvedAt,
    acceptedAt,
    settledAt,
    closedAt: isClosed(state) ? (settledAt ?? approvedAt ?? decidedAt) : null,
  };
}

/** About 5 % in review, most finished: what a desk looks like after some years. */
function stateOf(random: Random): ClaimState {
  const roll = random.whole(1000);
  if (roll < 50) return 'in_review';
  if (roll < 80) return 'received';
  if (roll < 110) return 'needs_documents';
  if (roll < 120) return 'proposed';
  if (roll < 125) return 'approved';
  if (roll < 130) return 'in_payout';
  if (roll < 850) return 'resolved';
  if (roll < 930) return 'rejected';
  return roll < 970 ? 'withdrawn' : 'duplicate';
}

/** A claim that was just received has the demand alone; one that waits lacks its last paper. */
function papersOf(
  state: ClaimState,
  kind: ClaimKind,
  demandedAt: number,
  lateAt: number | null,
): Story['papers'] {
  if (state === 'received') return [];
  const types = requiredItems(kind);
  const papers = types.map((type, at) => ({
    type,
    at: lateAt !== null && at === types.length - 1 ? lateAt : demandedAt,
  }));
  return state === 'needs_documents' ? papers.slice(0, -1) : papers;
}
