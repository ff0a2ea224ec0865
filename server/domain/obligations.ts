import { type AuthorityKind, authorityKind, type AuthorityTerm } from './authority-terms';
import type { WorkingCalendar } from './calendar';
import type { ClaimKind, ClosedState } from './claim';
import { calculateDeadline, type Deadline, type DeadlineKind } from './deadlines';
import type { LegalSettings } from './setting-types';

export const OBLIGATION_KINDS = ['refund_10_days', 'card_refund_3_working_days', 'answer_10_days'] as const;
export type ClaimTermKind = (typeof OBLIGATION_KINDS)[number];
/** A term that law and policy set for every claim, or one towards an authority that asked about this one. */
export type ObligationKind = ClaimTermKind | AuthorityKind;

export const OBLIGATION_STATUSES = ['running', 'met', 'breached', 'void'] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

/** Everything about a claim that its clocks depend on; instants are UTC milliseconds. */
export interface ObligationFacts {
  kind: ClaimKind;
  /** First demand in any form, by our server's receipt time. */
  demandedAt: number;
  /** Arrival of the last required item; null while something is missing. */
  completeAt: number | null;
  /** When money was first demanded; null while a claim of kind `defective` or `other` asks for none. */
  moneyDemandedAt: number | null;
  /** When the gateway accepted the last of the refunds (or the bank transfer went out). */
  refundAcceptedAt: number | null;
  refundSettledAt?: number | null;
  /**
   * When mail servers accepted reasoned decision letters that did not come back, oldest first. Acknowledgements
   * and deficiency letters do not count.
   */
  answers: readonly number[];
  /** When the claim was last opened again as a new demand; null for one that never was, or keeps its terms. */
  reopenedAt: number | null;
  /** The same for the answer, which begins anew only when the one before had been given. */
  answerReopenedAt: number | null;
  /** The bank has taken the payment back for its customer: paying it again would pay twice. */
  chargedBack: boolean;
  closedAt: number | null;
  closedState: ClosedState | null;
  /** A person closed it because papers that were asked for never came. */
  closedUnsupplied?: boolean;
  /** A check that failed takes completeness back; the reason is a checklist code. */
  completenessVoided?: { reason: string } | null;
  now: number;
}

/** A request of an authority about one claim, as a person recorded it; instants are UTC milliseconds. */
export interface AuthorityRequest {
  code: string;
  receivedAt: number;
  /** When the reasoned answer went out to the authority. */
  answeredAt: number | null;
  /** When the authority took it back, or somebody saw that it was recorded by mistake. */
  withdrawnAt: number | null;
}

export interface Obligation extends Deadline {
  kind: ObligationKind;
  status: ObligationStatus;
  /** Whether something still has to be done; a breached one stays open until it is done. */
  open: boolean;
  /** When it was done; null while it is not, or never will be. */
  doneAt: number | null;
  voidReason?: VoidReason;
  /** UTC milliseconds of what started it; `startsOn` is its day. */
  startsAt: number;
  /** When the claim was opened again and this term began anew; null for the first one. */
  restartedAt: number | null;
}

export type VoidReason =
  | 'not_supplied'
  | 'check_failed'
  | 'rejected'
  | 'withdrawn'
  | 'duplicate'
  | 'resolved_otherwise'
  | 'charged_back'
  | 'request_withdrawn';

/**
 * The obligations of the shop towards one claim (design §3). A clock that has not begun (the card clock before
 * the last required item) is not in the list: letters and screens then say what it waits for.
 * @see docs/rules.md R-01 … … R-28
 */
export function obligations(
  facts: ObligationFacts,
  settings: LegalSettings,
  calendar: WorkingCalendar,
): Obligation[] {
  return clocksOf(facts, settings)
    .map(({ kind, startsAt, rule }) => {
      const restartedAt = kind === 'answer_10_days' ? facts.answerReopenedAt : facts.reopenedAt;
      const start = Math.max(startsAt, restartedAt ?? startsAt);
      return {
        kind,
        restartedAt,
        startsAt: start,
        ...calculateDeadline(start, rule, calendar, settings),
        ...NOT_JUDGED,
      };
    })
    .map((obligation) => ({ ...obligation, ...judge(obligation, facts, settings) }));
}

/**
 * The obligation towards an authority. It runs from the receipt of the request to the answer, whatever becomes of the
 * claim: neither its end nor a duplicate answers a court.
 * @see docs/rules.md R-38
 */
export function authorityObligation(
  request: AuthorityRequest,
  term: AuthorityTerm,
  settings: LegalSettings,
  calendar: WorkingCalendar,
  now: number,
): Obligation {
  const deadline = calculateDeadline(request.receivedAt, term, calendar, settings);
  return {
    kind: authorityKind(request.code),
    restartedAt: null,
    startsAt: request.receivedAt,
    ...deadline,
    ...judgeRequest(request, deadline.dueAt, now),
  };
}

function judgeRequest(
  { answeredAt: doneAt, withdrawnAt }: AuthorityRequest,
  dueAt: number,
  now: number,
): Judgement {
  if (doneAt !== null) return { status: doneAt < dueAt ? 'met' : 'breached', open: false, doneAt };
  if (withdrawnAt !== null) return voided('request_withdrawn');
  return { status: now < dueAt ? 'running' : 'breached', open: true, doneAt: null };
}

const NOT_JUDGED = { status: 'running', open: true, doneAt: null } as const;

interface Clock {
  kind: ObligationKind;
  startsAt: number;
  rule: DeadlineKind;
}

function clocksOf(facts: ObligationFacts, settings: LegalSettings): Clock[] {
  const { kind, demandedAt, completeAt, moneyDemandedAt } = facts;
  const cardStart = settings['start.card'] === 'first_demand' ? demandedAt : completeAt;
  const tenDayStart = settings['start.tenDay'] === 'first_demand' ? demandedAt : completeAt;
  const ten: Clock[] =
    tenDayStart === null ? [] : [{ kind: 'refund_10_days', startsAt: tenDayStart, rule: 'refusal' }];
  // Repair or replacement first, money later: the ten days begin with the demand for money.
  const moneyStart =
    moneyDemandedAt === null || tenDayStart === null ? null : Math.max(moneyDemandedAt, tenDayStart);
  const money: Clock[] =
    moneyStart === null ? [] : [{ kind: 'refund_10_days', startsAt: moneyStart, rule: 'refusal' }];
  const cardRule = kind === 'mistaken_operation' ? 'mistaken' : 'card_refund';
  const card: Clock[] =
    cardStart === null ? [] : [{ kind: 'card_refund_3_working_days', startsAt: cardStart, rule: cardRule }];
  const answer: Clock = { kind: 'answer_10_days', startsAt: demandedAt, rule: 'answer' };

  switch (kind) {
    case 'refusal_before_handover':
    case 'refusal_after_handover':
      return [...ten, ...card, answer];
    case 'mistaken_operation':
      return [...card, answer];
    case 'defective':
    case 'other':
      return [...money, answer];
  }
}

type Judgement = Pick<Obligation, 'status' | 'open' | 'doneAt' | 'voidReason'>;

function judge(obligation: Obligation, facts: ObligationFacts, settings: LegalSettings): Judgement {
  const { kind, dueAt, restartedAt } = obligation;
  const answer = kind === 'answer_10_days';
  const answeredAt = facts.answers.find((at) => at >= (restartedAt ?? 0)) ?? null;
  const refundDoneAt =
    settings.refundDoneAt === 'settled' ? (facts.refundSettledAt ?? null) : facts.refundAcceptedAt;
  const doneAt = answer ? answeredAt : refundDoneAt;

  if (facts.closedState === 'duplicate') return voided('duplicate');
  // Overdue means done at or after `dueAt`: the instant itself is already the next day.
  if (doneAt !== null) return { status: doneAt < dueAt ? 'met' : 'breached', open: false, doneAt };
  if (!answer && facts.chargedBack) return voided('charged_back');
  if (kind === 'card_refund_3_working_days' && facts.completenessVoided) return voided('check_failed');
  const runsOn = facts.closedUnsupplied === true && !answer && !settings['waiting.closingEndsRefund'];
  if (facts.closedUnsupplied && !answer && !runsOn) return voided('not_supplied');
  if (facts.closedAt !== null && facts.closedState && !runsOn) {
    // A rejection owes no money, but it does owe its reasoned answer until the letter is out.
    if (facts.closedState === 'rejected' && !answer) return voided('rejected');
    if (facts.closedState !== 'rejected') {
      if (facts.closedAt >= dueAt) return { status: 'breached', open: false, doneAt: null };
      return voided(facts.closedState === 'withdrawn' ? 'withdrawn' : 'resolved_otherwise');
    }
  }
  return { status: facts.now < dueAt ? 'running' : 'breached', open: true, doneAt: null };
}

function voided(voidReason: VoidReason): Judgement {
  return { status: 'void', open: false, doneAt: null, voidReason };
}
