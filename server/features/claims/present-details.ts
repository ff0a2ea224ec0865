import { In } from 'typeorm';
import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { refundsDelivery } from '../../domain/line-sums';
import type { LegalSettings } from '../../domain/legal-settings';
import type { ObligationKind } from '../../domain/obligations';
import { mayCloseOn, waitingEffects } from '../../domain/waiting';
import { OrderEntity, OrderLineEntity } from '../orders';
import { causeOf } from '../payments';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { isCurrent, presentClock } from './present-clock';
import { candidatesOf } from './link-claim';
import type { Parts } from './present-claim';

/** What only the screen of one claim shows: its order, payments that may be meant, claims that look the same. */
export async function detailsOf(
  tx: Tx,
  core: Pick<ClaimCore, 'loadSettings'>,
  claim: ClaimEntity & Pick<Parts, 'customers' | 'clocks'>,
) {
  const [customer = null] = claim.customers;
  const candidates = await candidatesOf(tx, claim, customer);
  const settings = await core.loadSettings(tx, almatyDate(claim.demandedAt));
  return {
    orderDetails: await orderOf(tx, settings, claim),
    paymentCandidates: candidates.map(presentCandidate),
    duplicates: await duplicatesOf(tx, claim),
    waiting: waitingOf(settings, claim),
    earlierObligations: earlierOf(claim),
  };
}

/** How long the customer has been waited for, what comes next, and what that does to each term. */
function waitingOf(settings: LegalSettings, claim: ClaimEntity & Pick<Parts, 'clocks'>) {
  const { waiting, waitingNextAt } = claim;
  if (!waiting) return null;
  const iso = (at: number) => new Date(at).toISOString();
  const kinds = claim.clocks.filter((clock) => isCurrent(clock, claim)).map(({ kind }) => kind);
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
function earlierOf(claim: ClaimEntity & Pick<Parts, 'clocks'>) {
  if (claim.restarts.refund === undefined) return [];
  return claim.clocks.filter((clock) => !isCurrent(clock, claim)).map((clock) => presentClock(clock, false));
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
    reasonCode: payment.reasonCode,
    /** Why it did not go through; null for one that did. */
    declineCause: causeOf(payment),
    createdAt: new Date(payment.createdAt).toISOString(),
    reasons: payment.reasons.map((reason) => REASON[reason]),
  };
}

const WITH_LINES = {
  with: {
    lines: {
      entity: OrderLineEntity,
      on: '"part"."orderId" = "row"."id"',
      order: '"part"."position"',
      without: ['orderId'],
    },
  },
};

async function orderOf(tx: Tx, settings: LegalSettings, claim: ClaimEntity) {
  if (claim.orderId === null) return null;
  const [order] = await findRows<OrderEntity & { lines: Omit<OrderLineEntity, 'orderId'>[] }>(
    tx,
    OrderEntity,
    { sql: 'WHERE "row"."id" = $1', values: [claim.orderId] },
    WITH_LINES,
  );
  if (!order) return null;
  const { id, number, totalMinor, deliveryFeeMinor, discountMinor, handedOverOn, currency, lines } = order;
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

/** Each way in which another claim may be the same one, at most ten of each. */
const LOOK_ALIKES = [
  `SELECT c."id" AS "claimId", 'order' AS "reason" FROM "claims" c
    WHERE c."orderNumber" = $1 AND c."id" <> $2 LIMIT 10`,
  `SELECT c."id" AS "claimId", 'customer_amount' AS "reason" FROM "claims" c
    WHERE c."customerId" = $3 AND c."requestedMinor" = $4 AND c."id" <> $5 LIMIT 10`,
  `SELECT d."claimId", 'document' AS "reason" FROM "documents" d
    WHERE d."sha256" IN (SELECT o."sha256" FROM "documents" o WHERE o."claimId" = $6) AND d."claimId" <> $7 LIMIT 10`,
]
  .map((way) => `SELECT * FROM (${way}) AS "way"`)
  .join(' UNION ALL ');

/** Other claims over the same order, with the same file, or of the same customer over the same sum. */
async function duplicatesOf(tx: Tx, claim: ClaimEntity) {
  const { id: own, orderNumber, customerId, requestedMinor } = claim;
  const ways = await tx.query<{ claimId: string; reason: string }[]>(LOOK_ALIKES, [
    orderNumber,
    own,
    customerId,
    requestedMinor,
    own,
    own,
    own,
  ]);
  if (ways.length === 0) return [];
  const found = new Map<string, Set<string>>();
  for (const { claimId, reason } of ways) found.set(claimId, (found.get(claimId) ?? new Set()).add(reason));
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
