import { IllegalMove } from './errors';

export * from './claim-number';

/** Words of a claim that the database, the API and the screens share (design: "A claim"). */
export const CLAIM_KINDS = [
  'refusal_before_handover',
  'refusal_after_handover',
  'mistaken_operation',
  'defective',
  'other',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_STATES = [
  'received',
  'needs_documents',
  'in_review',
  'proposed',
  'approved',
  'in_payout',
  'resolved',
  'rejected',
  'withdrawn',
  'duplicate',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CHANNELS = ['mail', 'web', 'phone', 'letter', 'messenger', 'desk'] as const;
export type Channel = (typeof CHANNELS)[number];

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DOCUMENT_TYPES = ['application', 'id_copy', 'receipt', 'other'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What a claim may lack; proof of authority is asked for on somebody else's claim only. */
export const REQUIRED_ITEMS = ['application', 'id_copy', 'receipt'] as const;
export type RequiredItem = (typeof REQUIRED_ITEMS)[number];

/** What staff may ask the customer for; `other` is said in the letter's note. */
export const ASKABLE_ITEMS = [...REQUIRED_ITEMS, 'authority', 'other'] as const;
export type AskableItem = (typeof ASKABLE_ITEMS)[number];

export const GOODS_STATES = ['not_needed', 'expected', 'received', 'inspected'] as const;
export type GoodsState = (typeof GOODS_STATES)[number];

export const REASON_CODES = [
  'changed_mind_before_handover',
  'changed_mind_after_handover',
  'defect',
  'not_delivered',
  'double_debit',
  'wrong_amount',
  'goodwill',
  'out_of_term',
  'individually_defined',
  'goods_used',
  'not_our_payment',
  'no_ground',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/**
 * The one transition table of a claim (design §3). A move that is not listed for a state is illegal there.
 *
 * `propose` is open from `received` and `needs_documents` too: whether anything is still missing is the
 * checklist's question, and a rejection for want of documents must be possible. `approved` and `in_payout`
 * cannot be withdrawn: money may be on its way, so the approval has to be voided first.
 */
const BEFORE_PROPOSAL = ['received', 'needs_documents', 'in_review'] as const;
const BEFORE_APPROVAL = [...BEFORE_PROPOSAL, 'proposed'] as const;

export const CLOSED_STATES = ['resolved', 'rejected', 'withdrawn', 'duplicate'] as const;
export type ClosedState = (typeof CLOSED_STATES)[number];

const TABLE = {
  request_documents: { from: BEFORE_PROPOSAL, to: 'needs_documents' },
  documents_complete: { from: ['received', 'needs_documents'], to: 'in_review' },
  start_review: { from: BEFORE_PROPOSAL, to: 'in_review' },
  propose: { from: BEFORE_PROPOSAL, to: 'proposed' },
  return: { from: ['proposed'], to: 'in_review' },
  void_proposal: { from: ['proposed', 'approved'], to: 'in_review' },
  approve_refund: { from: ['proposed'], to: 'approved' },
  approve_rejection: { from: ['proposed'], to: 'rejected' },
  start_payout: { from: ['approved'], to: 'in_payout' },
  payout_failed: { from: ['approved', 'in_payout'], to: 'in_review' },
  /** Only while the approval that stood when the payout failed still does; its hash tells, the state cannot. */
  retry_payout: { from: ['in_review'], to: 'in_payout' },
  resolve: { from: ['in_payout'], to: 'resolved' },
  reject: { from: BEFORE_PROPOSAL, to: 'rejected' },
  /** Papers that were asked for never came, and the customer was warned. */
  close_waiting: { from: ['needs_documents'], to: 'rejected' },
  withdraw: { from: BEFORE_APPROVAL, to: 'withdrawn' },
  mark_duplicate: { from: BEFORE_APPROVAL, to: 'duplicate' },
  reopen: { from: CLOSED_STATES, to: 'in_review' },
} as const satisfies Record<string, { from: readonly ClaimState[]; to: ClaimState }>;

export type ClaimMove = keyof typeof TABLE;
export const CLAIM_MOVES = Object.keys(TABLE) as ClaimMove[];

/**
 * The state after a move.
 * @throws IllegalMove (`illegal-move`) with `current` and `move` when the table has no such move
 */
export function moveClaim(state: ClaimState, move: ClaimMove): ClaimState {
  if (!mayMove(state, move)) {
    throw new IllegalMove(`A claim that is ${state} cannot take the move ${move}`, { current: state, move });
  }
  return TABLE[move].to;
}

/** Whether the table knows the move for this state; screens disable their buttons by it. */
export function mayMove(state: ClaimState, move: ClaimMove): boolean {
  return (TABLE[move].from as readonly ClaimState[]).includes(state);
}

/** Every legal move of a state, in the order of the table. */
export function movesFrom(state: ClaimState): ClaimMove[] {
  return CLAIM_MOVES.filter((move) => mayMove(state, move));
}

/** True in the four states that set `closedAt`; `reopen` is the only way out. */
export function isClosed(state: ClaimState): state is ClosedState {
  return (CLOSED_STATES as readonly ClaimState[]).includes(state);
}

/** Papers the claim needs before money can move: receipts for mistaken operations only (design §3). */
export function requiredItems(kind: ClaimKind): RequiredItem[] {
  return kind === 'mistaken_operation' ? ['application', 'id_copy', 'receipt'] : ['application', 'id_copy'];
}

/** What of the required items has not arrived, in the order letters name it. */
export function missingItems(kind: ClaimKind, arrived: Iterable<string>): RequiredItem[] {
  const have = new Set(arrived);
  return requiredItems(kind).filter((item) => !have.has(item));
}
