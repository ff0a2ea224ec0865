import { createHash } from 'node:crypto';
import type { Keyring } from '../../server/adapters/storage';
import { almatyDate } from '../../server/domain/almaty-time';
import { proposalHash } from '../../server/domain/approval';
import type { WorkingCalendar } from '../../server/domain/calendar';
import { CHANNELS, CLAIM_KINDS, isClosed, LANGUAGES, missingItems } from '../../server/domain/claim';
import { DEFAULT_LEGAL_SETTINGS } from '../../server/domain/legal-settings';
import { nearest } from '../../server/domain/nearest-obligation';
import { type Obligation, obligations } from '../../server/domain/obligations';
import { beginWaiting, nextWaitingStep } from '../../server/domain/waiting';
import { searchTerms } from '../../server/domain/search-terms';
import { goodsOf, linesFromOrder } from '../../server/features/claims/claim-lines';
import type {
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  ObligationEntity,
} from '../../server/features/claims/claim.entity';
import type { DocumentEntity } from '../../server/features/documents/document.entity';
import type { MessageEntity } from '../../server/features/messages/message.entity';
import type {
  LedgerEntryEntity,
  RefundAttemptEntity,
  RefundEntity,
} from '../../server/features/refunds/refund.entity';
import { judgeClaim } from './judge-claim';
import { makeLetters } from './make-letters';
import { makePurchase, type Purchase } from './make-purchase';
import { makeRefund } from './make-refund';
import { makeStory, type Story } from './make-story';
import type { Random } from './random';
import { seedId } from './seed-id';

/** Rows of one claim, ready to insert. */
export interface SeedRows extends Purchase {
  claim: ClaimEntity;
  claimLines: ClaimLineEntity[];
  obligations: ObligationEntity[];
  documents: DocumentEntity[];
  messages: MessageEntity[];
  refunds: RefundEntity[];
  attempts: RefundAttemptEntity[];
  ledger: LedgerEntryEntity[];
  terms: ClaimSearchEntity[];
}

export interface SeedContext {
  random: Random;
  /** The instant that the installation is seeded for; claims lie before it. */
  now: number;
  calendar: WorkingCalendar;
  keyring: Keyring;
  hasLetters: boolean;
}

const WARNED_AFTER_MS = 21 * 86_400_000;
/** Colleagues who have left: a seed brings no accounts. */
const REVIEWER = seedId(1_600_000_000_000, 'reviewer');
const MANAGER = seedId(1_600_000_000_000, 'manager');

/**
 * One claim with everything around it. Its number and ids follow from its place, its content from the seed; dates,
 * terms, checklist and verdict come from the rules, words from the letters.
 */
export function makeClaim(
  index: number,
  yearNumber: { year: number; number: number },
  createdAt: number,
  context: SeedContext,
): SeedRows {
  const { random, calendar, keyring, now, hasLetters } = context;
  const id = (kind: string) => seedId(createdAt, `${kind}:${index}`);
  const story = makeStory(createdAt, random.pick(CLAIM_KINDS), random);
  const language = random.pick(LANGUAGES);
  const purchase = makePurchase(index, id, createdAt, language, random);
  const number = `UM-${yearNumber.year}-${String(yearNumber.number).padStart(6, '0')}`;
  const claim = claimOf(story, purchase, { id: id('claim'), number, wrappedKey: keyring.newKey() });
  claim.channel = random.pick(CHANNELS);
  claim.replyToken = seedId(createdAt, `reply:${index}`).replaceAll('-', '');
  const claimLines = linesOf(claim, purchase, id);
  decide(claim, story, claimLines);
  Object.assign(claim, judgeClaim(claim, story, purchase, claimLines, { calendar, now, reviewer: REVIEWER }));

  const clocks = obligations(clockFacts(claim, story, now), DEFAULT_LEGAL_SETTINGS, calendar);
  const { dueOn = null, dueAt = null, latestSafeAt = null, provisional = false } = nearest(clocks) ?? {};
  Object.assign(claim, { dueOn, dueAt, latestSafeAt, provisional, ...waitOf(claim, calendar, now) });
  const { customer, payment } = purchase;
  if (story.acceptedAt !== null) payment.refundedMinor = payment.amountMinor;
  return {
    ...purchase,
    claim,
    claimLines,
    obligations: clocks.map((clock) => termOf(clock, claim, id, now)),
    documents: story.papers.map((paper) => documentOf(paper, claim, id, random)),
    messages: hasLetters ? makeLetters({ claim, story, purchase, clocks, keyring, id }) : [],
    ...makeRefund(index, id, claim, claimLines, story),
    terms: searchTerms({ number, orderNumber: claim.orderNumber, customer }).map((term) => ({
      claimId: claim.id,
      term,
    })),
  };
}

function claimOf(
  story: Story,
  { customer, order, payment }: Purchase,
  own: Pick<ClaimEntity, 'id' | 'number' | 'wrappedKey'>,
): ClaimEntity {
  const { kind, state, demandedAt, papers, askedAt } = story;
  const missing = missingItems(
    kind,
    papers.map(({ type }) => type),
  );
  return {
    ...own,
    kind,
    state,
    channel: 'mail',
    language: customer.language ?? 'kk',
    languageSource: 'detected',
    customerId: customer.id,
    payer: null,
    representative: null,
    orderId: order.id,
    orderNumber: order.number,
    paymentId: payment.id,
    requestedMinor: order.totalMinor,
    approvedMinor: null,
    currency: order.currency,
    demandedAt,
    demandedReason: null,
    completeAt: missing.length > 0 ? null : Math.max(demandedAt, ...papers.map(({ at }) => at)),
    handedOverOn: kind === 'refusal_before_handover' ? null : order.handedOverOn,
    dueOn: null,
    dueAt: null,
    latestSafeAt: null,
    provisional: false,
    moneyDemandedAt: demandedAt,
    restarts: {},
    chargedBackAt: null,
    heldAt: null,
    tasks: [],
    waiting: null,
    authorityRequests: null,
    waitingNextAt: null,
    times: { state, since: story.closedAt ?? story.decision?.proposedAt ?? demandedAt, spent: {} },
    assigneeId: null,
    askedAt: state === 'needs_documents' ? askedAt : null,
    missing,
    checklist: [],
    verdict: null,
    proposal: null,
    approvedById: null,
    approvedAt: null,
    payoutFailure: null,
    duplicateOfId: null,
    replyToken: '',
    createdAt: demandedAt,
    updatedAt: story.closedAt ?? story.approvedAt ?? demandedAt,
    closedAt: story.closedAt,
    version: 3,
  };
}

function linesOf(
  claim: ClaimEntity,
  { order, orderLines }: Purchase,
  id: (kind: string) => string,
): ClaimLineEntity[] {
  const paidOut = claim.state === 'resolved';
  return linesFromOrder(order, orderLines, claim.kind, null).map((line, at) => ({
    ...line,
    id: id(`claimLine${at}`),
    claimId: claim.id,
    position: at + 1,
    approvedMinor: paidOut ? line.askedMinor : null,
    goods: paidOut && goodsOf(claim.kind) === 'expected' ? 'inspected' : line.goods,
  }));
}

/** The proposal, with the hash that an approval of it would have to name. */
function decide(
  claim: ClaimEntity,
  { decision, approvedAt }: Story,
  lines: readonly ClaimLineEntity[],
): void {
  if (!decision) return;
  const { outcome, reasonCode, proposedAt } = decision;
  const { paymentId, requestedMinor } = claim;
  const refunds =
    outcome === 'refund' && paymentId !== null && requestedMinor !== null
      ? [{ paymentId, amountMinor: requestedMinor, lines: lines.map((line) => line.id) }]
      : [];
  const content = {
    claimId: claim.id,
    claimVersion: 2,
    outcome,
    reasonCode,
    refunds: refunds.map((refund) => ({ ...refund, currency: 'KZT' as const })),
  };
  claim.proposal = {
    outcome,
    refunds,
    reasonCode,
    note: 'Құжаттар тексерілді. Документы проверены.',
    proposedById: REVIEWER,
    proposedAt,
    claimVersion: 2,
    hash: proposalHash(content, (text) => createHash('sha256').update(text).digest('hex')),
  };
  claim.approvedMinor = outcome === 'refund' && approvedAt !== null ? requestedMinor : null;
  claim.approvedAt = approvedAt;
  claim.approvedById = approvedAt === null ? null : MANAGER;
}

/** Whoever has been silent for long was warned once; nothing is left to write. */
function waitOf({ state, askedAt, missing }: ClaimEntity, calendar: WorkingCalendar, now: number) {
  if (state !== 'needs_documents' || askedAt === null) return {};
  const warnedAt = askedAt + WARNED_AFTER_MS < now ? askedAt + WARNED_AFTER_MS : null;
  const waiting = { ...beginWaiting(askedAt, missing), warnedAt };
  const next = nextWaitingStep(waiting, calendar, DEFAULT_LEGAL_SETTINGS, now);
  return { waiting, waitingNextAt: next?.at ?? null };
}

function clockFacts(claim: ClaimEntity, story: Story, now: number) {
  const { approvedAt, acceptedAt, settledAt, closedAt, state } = story;
  return {
    kind: claim.kind,
    demandedAt: claim.demandedAt,
    completeAt: claim.completeAt,
    moneyDemandedAt: claim.moneyDemandedAt,
    refundAcceptedAt: acceptedAt,
    refundSettledAt: settledAt,
    answers: approvedAt === null ? [] : [approvedAt + 1000],
    reopenedAt: null,
    answerReopenedAt: null,
    chargedBack: false,
    closedAt,
    closedState: isClosed(state) ? state : null,
    now,
  };
}

/** The settings of the day of the demand count. What passed long before the seeding is not news to anybody. */
function termOf(
  clock: Obligation,
  { id: claimId, demandedAt }: ClaimEntity,
  id: (kind: string) => string,
  now: number,
): ObligationEntity {
  const { restartedAt: _restartedAt, voidReason = null, ...term } = clock;
  return {
    ...term,
    id: id(term.kind),
    claimId,
    round: 0,
    voidReason,
    settingsOn: almatyDate(demandedAt),
    nextStepAt: term.open && term.dueAt > now ? 0 : null,
  };
}

function documentOf(
  { type, at }: Story['papers'][number],
  claim: ClaimEntity,
  id: (kind: string) => string,
  random: Random,
): DocumentEntity {
  const isPicture = type === 'id_copy';
  return {
    id: id(type),
    claimId: claim.id,
    messageId: claim.channel === 'mail' && at === claim.demandedAt ? id('letterIn') : null,
    type,
    name: isPicture ? `${type}.jpg` : `${type}.pdf`,
    contentType: isPicture ? 'image/jpeg' : 'application/pdf',
    sizeBytes: 200_000 + random.whole(50_000),
    sha256: createHash('sha256')
      .update(id(`content of ${type}`))
      .digest('hex'),
    storageKey: `00/${id(type)}`,
    wrappedKey: claim.wrappedKey,
    pages: 1,
    problem: null,
    uploadedById: null,
    createdAt: at,
    erasedAt: null,
    version: 1,
  };
}
