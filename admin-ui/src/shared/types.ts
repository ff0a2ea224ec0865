import type { WaitingEffect } from '../../../server/domain/waiting';
import type { DeclineCause } from '../../../server/domain/decline-reasons';
import type { AuthorityStart } from '../../../server/domain/authority-terms';
import type { TraceDay } from '../../../server/domain/count-term';
import type {
  Channel,
  ClaimKind,
  ClaimState,
  DocumentType,
  GoodsState,
  Language,
  RequiredItem,
} from '../../../server/domain/claim';

/** How long the shop has for the answer to an authority of one kind, from a day on. */
export interface AuthorityVersion {
  names: Record<Language, string>;
  days: number;
  unit: 'calendar' | 'working';
  rollForward: boolean;
  start: AuthorityStart;
  article: string;
  active: boolean;
  validFrom: string;
}

/** A kind of authority as it is today, with all its versions. */
export interface AuthorityKind extends AuthorityVersion {
  id: string;
  code: string;
  /** Kind of the obligations towards it. */
  kind: string;
  history: (AuthorityVersion & { reason: string })[];
}

/** A request of an authority about a claim. */
export interface AuthorityRequest {
  id: string;
  code: string;
  kind: string;
  round: number;
  receivedAt: string;
  reference: string;
  answeredAt: string | null;
  answerReference: string | null;
  withdrawnAt: string | null;
}

export interface Obligation {
  kind: string;
  /** Which of its kind it is. */
  round?: number;
  startsOn: string | null;
  /** Last day, inclusive, Almaty. */
  dueOn: string | null;
  /** First instant after the last day. */
  dueAt: string | null;
  internalTargetAt: string | null;
  /** The last moment at which an approval still brings the money out in time. */
  latestSafeAt?: string | null;
  /** Whether something still has to be done; a breached one stays open until it is done. */
  open?: boolean;
  /** Why it does not apply; only with the status `void`. */
  voidReason?: string | null;
  /** The legal settings of this day count for it. */
  settingsOn?: string | null;
  status: 'running' | 'met' | 'breached' | 'void';
  calendarVersion: number | string | null;
  article: string | null;
  /** Comes with one claim, not in lists. */
  trace?: TraceDay[];
  provisional?: boolean;
}

export interface Party {
  id?: string;
  authorityProved?: boolean;
  name: string | null;
  email?: string | null;
  phone?: string | null;
}

export interface ClaimLine {
  id: string;
  orderLineId?: string | null;
  title: string;
  quantity: number;
  unitMinor: number;
  discountMinor: number;
  askedMinor: number;
  approvedMinor: number | null;
  reasonCode: string | null;
  goods: GoodsState;
}

/** A line of the order, which a claim may return in part. */
export interface OrderLine {
  id: string;
  title: string;
  quantity: number;
  unitMinor: number;
  discountMinor: number;
}

export interface OrderDetails {
  id: string;
  number: string;
  totalMinor: number;
  deliveryFeeMinor: number;
  /** What of the fee goes back with the whole order, and with a part of it. */
  deliveryBack: { whole: number; part: number };
  lines: OrderLine[];
}

/** Another claim that looks the same, and by what. */
export interface Twin {
  claimId: string;
  number: string;
  state: ClaimState;
  reasons: string[];
}

export interface ChecklistItem {
  code: string;
  required: boolean;
  ok: boolean | null;
  note?: string | null;
  byId?: string | null;
  at?: string | null;
  /** Answered by a rule; a person may overrule it. */
  auto?: boolean;
}

export interface VerdictReason {
  code: string;
  clause: string;
  params?: Record<string, string | number>;
}

export interface Verdict {
  result: 'accept' | 'manual' | 'reject';
  reasons: VerdictReason[];
}

/** A refund as `propose` takes it: money to one payment, by lines or as a sum. */
export interface DraftRefund {
  paymentId: string;
  amountMinor: number;
  lines?: string[];
}

export interface ClaimProposal {
  outcome: 'refund' | 'reject';
  refunds: DraftRefund[];
  reasonCode: string;
  note: string | null;
  proposedById: string;
  proposedAt?: string | null;
  hash: string;
}

export interface PaymentCandidate {
  paymentId: string;
  transactionId: string | number;
  amountMinor: number;
  refundedMinor: number;
  /** What can still go back, running refunds taken off. */
  leftMinor?: number;
  currency: string;
  status: string;
  /** Why it did not go through; null for one that did. */
  declineCause?: DeclineCause | null;
  reasonCode?: number | null;
  cardLastFour: string | null;
  createdAt: string;
  /** Which facts agree: `email`, `order`, `amount`, `date` … */
  reasons: string[];
}

export interface Refund {
  id: string;
  claimId: string | null;
  paymentId: string;
  amountMinor: number;
  currency: string;
  state: string;
  source: 'claim' | 'external';
  gatewayRefundId: string | number | null;
  gatewayText?: string | null;
  createdAt?: string;
}

/** Something that a person has to do beside the decision, such as a call after a letter that came back. */
export interface ClaimTask {
  id: string;
  kind: string;
  cause: string;
  letterKind: string;
  at: string;
  doneAt: string | null;
}

export interface Claim {
  id: string;
  number: string;
  kind: ClaimKind;
  state: ClaimState;
  channel: Channel;
  language: Language;
  customer: Party;
  payer?: Party | null;
  representative?: Party | null;
  orderId: string | null;
  orderNumber: string | null;
  lines: ClaimLine[];
  paymentId: string | null;
  requestedMinor: number | null;
  approvedMinor: number | null;
  currency: string;
  demandedAt: string;
  completeAt: string | null;
  handedOverOn: string | null;
  obligations: Obligation[];
  dueOn: string | null;
  dueAt: string | null;
  latestSafeAt: string | null;
  /** Whether its date leans on a year whose calendar is not published. */
  provisional?: boolean;
  internalTargetAt?: string | null;
  assigneeId: string | null;
  missing: RequiredItem[];
  checklist: ChecklistItem[];
  verdict: Verdict | null;
  proposal?: ClaimProposal | null;
  refunds: Refund[];
  paymentCandidates?: PaymentCandidate[];
  orderDetails?: OrderDetails | null;
  duplicates?: Twin[];
  /** Set while the last payout was refused; the text is the gateway's. */
  payoutFailure?: { refundId?: string; text: string; proposalHash: string; at?: string } | null;
  version: number;
  createdAt: string;
  closedAt: string | null;
  tasks?: ClaimTask[];
  /** What authorities asked about it. */
  authorityRequests?: AuthorityRequest[];
  /** While papers that were asked for are waited for, and after a closing for want of them. */
  waiting?: ClaimWaiting | null;
  /** Set while the bank has taken the payment back. */
  chargedBackAt?: string | null;
  /** Since when nothing of it may be erased. */
  heldAt?: string | null;
}

export interface ClaimWaiting {
  since: string;
  items: string[];
  reminders: string[];
  warnedAt: string | null;
  nextAt: string | null;
  /** Null while the customer is not warned. */
  mayCloseOn: string | null;
  closedAt: string | null;
  effects: WaitingEffect[];
}

export interface ClaimDocument {
  id: string;
  claimId: string;
  type: DocumentType;
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  version: number;
  /** Page images that can be shown; 0 when the file does not decode. */
  pages: number;
  problem?: string | null;
  createdAt: string;
  /** Its term has passed: key and file are destroyed. */
  erasedAt?: string | null;
}

export interface Message {
  id: string;
  claimId: string;
  direction: 'in' | 'out';
  kind: string;
  state: string;
  subject: string | null;
  text: string | null;
  from?: string | null;
  to?: string | null;
  automatic?: boolean;
  language?: Language | null;
  documentIds?: string[];
  authorId?: string | null;
  createdAt: string;
  sentAt?: string | null;
}

export interface AuditEvent {
  id: string;
  at: string;
  actorId: string | null;
  actorName?: string | null;
  action: string;
  resource: string;
  resourceId: string;
  data?: Record<string, unknown> | null;
  /** What the person wrote: a reason, a note; null for those who may not read it. */
  words?: Record<string, string> | null;
}

export interface Dashboard {
  counts: {
    mine: number;
    unassigned: number;
    dueSoon: number;
    overdue: number;
    waitingCustomer: number;
    awaitingApproval: number;
    unknownPayouts: number;
    exceptions: number;
    /** Jobs that wait for a person; of managers those that money waits for. */
    troubledJobs?: number;
    open?: number;
  };
  /** Terms that end on a day, and how many of them are the reader's. */
  dueByDay: { day: string; count: number; mine: number; working: boolean }[];
  /** Open claims by state, in the order of their way. */
  byState: { state: ClaimState; count: number }[];
  next: Claim[];
  /** The claim that «take the next» would give. */
  free: Claim | null;
}

export interface Meta {
  sandbox: boolean;
  testMode: boolean;
  demo: boolean;
  version: string;
}
