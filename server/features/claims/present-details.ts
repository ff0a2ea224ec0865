import { In, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { refundsDelivery } from '../../domain/line-sums';
import type { ObligationKind } from '../../domain/obligations';
import { mayCloseOn, waitingEffects } from '../../domain/waiting';
import { DocumentEntity } from '../documents';
import { OrderEntity, orderLinesOf } from '../orders';
import { ClaimEntity, ObligationEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { isCurrent, presentClock } from './present-clock';
import { candidatesOf } from './link-claim';

const AT_MOST = 10;

/** What only the screen of one claim shows: its order, payments that may be meant, claims that look the same. */
export async function detailsOf(tx: Tx, core: Pick<ClaimCore, 'loadSettings'>, claim: ClaimEntity) {
  const candidates = await candidatesOf(tx, claim);
  return {
    orderDetails: await orderOf(tx, core, claim),
    paymentCandidates: candidates.map(presentCandidate),
    duplicates: await duplicatesOf(tx, claim),
    waiting: await waitingOf(tx, core, claim),
    earlierObligations: await earlierOf(tx, claim),
  };
}

/** How long the customer has been waited for, what comes next, and what that does to each term. */
async function waitingOf(tx: Tx, core: Pick<ClaimCore, 'loadSettings'>, claim: ClaimEntity) {
  const { waiting, waitingNextAt } = claim;
  if (!waiting) return null;
  const settings = await core.loadSettings(tx, almatyDate(claim.demandedAt));
  const iso = (at: number) => new Date(at).toISOString();
  const clocks = await tx.find(ObligationEntity, {
    select: { id: true, kind: true, round: true },
    where: { claimId: claim.id },
  });
  const kinds = clocks.filter((clock) => isCurrent(clock, claim)).map(({ kind }) => kind);
  return {
    since: iso(waiting.since),
    items: waiting.items,
    reminders: waiting.reminders.map(iso),
    warnedAt: waiting.warnedAt === null ? null : iso(waiting.warnedAt),
    nextAt: waitingNextAt === null ? null : iso(waitingNextAt),
    mayCloseOn: mayCloseOn(waiting, settings),
    closedAt: waiting.closedAt === null ? null : iso(waiting.closedAt),
    effects: waitingEffects(settings).filter(
      ({ kind, waiting: effect }) =>
        kinds.includes(kind) || (effect === 'starts_when_complete' && hasClock(claim, kind)),
    ),
  };
}

/** Whether a term that has not begun belongs to this kind of claim at all. */
function hasClock({ kind: claimKind }: ClaimEntity, kind: ObligationKind): boolean {
  const refusal = claimKind.startsWith('refusal');
  return kind === 'refund_10_days' ? refusal : refusal || claimKind === 'mistaken_operation';
}

/** The terms that the claim had before it was opened again, oldest first. */
async function earlierOf(tx: Tx, claim: ClaimEntity) {
  if (claim.restarts.refund === undefined) return [];
  const clocks = await tx.find(ObligationEntity, { where: { claimId: claim.id }, order: { dueAt: 'ASC' } });
  return clocks.filter((clock) => !isCurrent(clock, claim)).map((clock) => presentClock(clock, false));
}

/** Codes as the screens name them. */
const REASON = { order_number: 'order', email: 'email', sum: 'amount', date: 'date' } as const;

function presentCandidate(payment: Awaited<ReturnType<typeof candidatesOf>>[number]) {
  return {
    paymentId: payment.id,
    transactionId: payment.transactionId,
    amountMinor: payment.amountMinor,
    refundedMinor: payment.refundedMinor,
    leftMinor: payment.leftMinor,
    currency: payment.currency,
    status: payment.status,
    cardLastFour: payment.cardLastFour,
    cardType: payment.cardType,
    createdAt: new Date(payment.createdAt).toISOString(),
    reasons: payment.reasons.map((reason) => REASON[reason]),
  };
}

async function orderOf(tx: Tx, core: Pick<ClaimCore, 'loadSettings'>, claim: ClaimEntity) {
  const order = claim.orderId === null ? null : await tx.findOneBy(OrderEntity, { id: claim.orderId });
  if (!order) return null;
  const { id, number, totalMinor, deliveryFeeMinor, discountMinor, handedOverOn, currency } = order;
  const lines = (await orderLinesOf(tx, id)).map(({ orderId: _orderId, ...line }) => line);
  const settings = await core.loadSettings(tx, almatyDate(claim.demandedAt));
  const fee = (whole: boolean) => (refundsDelivery(claim.kind, whole, settings) ? deliveryFeeMinor : 0);
  return {
    id,
    number,
    totalMinor,
    deliveryFeeMinor,
    /** What of the fee goes back with the whole order, and with a part of it. */
    deliveryBack: { whole: fee(true), part: fee(false) },
    discountMinor,
    handedOverOn,
    currency,
    lines,
  };
}

/** Other claims over the same order, with the same file, or of the same customer over the same sum. */
async function duplicatesOf(tx: Tx, claim: ClaimEntity) {
  const found = new Map<string, Set<string>>();
  const add = (id: string, reason: string) => found.set(id, (found.get(id) ?? new Set()).add(reason));
  const others = (where: object) =>
    tx.find(ClaimEntity, { select: { id: true }, where: { ...where, id: Not(claim.id) }, take: AT_MOST });
  if (claim.orderNumber !== null)
    for (const { id } of await others({ orderNumber: claim.orderNumber })) add(id, 'order');
  if (claim.requestedMinor !== null) {
    const { customerId, requestedMinor } = claim;
    for (const { id } of await others({ customerId, requestedMinor })) add(id, 'customer_amount');
  }
  const own = await tx.find(DocumentEntity, {
    select: { id: true, sha256: true },
    where: { claimId: claim.id },
  });
  if (own.length > 0) {
    const where = { sha256: In(own.map(({ sha256 }) => sha256)), claimId: Not(claim.id) };
    const same = await tx.find(DocumentEntity, { select: { id: true, claimId: true }, where, take: AT_MOST });
    for (const { claimId } of same) add(claimId, 'document');
  }
  if (found.size === 0) return [];
  const claims = await tx.find(ClaimEntity, {
    select: { id: true, number: true, state: true, createdAt: true },
    where: { id: In([...found.keys()]) },
  });
  return claims.map(({ id, number, state }) => ({
    claimId: id,
    number,
    state,
    reasons: [...(found.get(id) ?? [])],
  }));
}
