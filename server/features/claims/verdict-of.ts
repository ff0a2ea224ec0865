import { In, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { leftToRefund } from '../../domain/attempt-rules';
import type { WorkingCalendar } from '../../domain/calendar';
import { CLAIM_STATES, isClosed } from '../../domain/claim';
import type { LegalSettings } from '../../domain/legal-settings';
import { sumMinor } from '../../domain/money';
import { judge } from '../../domain/policy';
import type { PolicyFacts, PolicyLine, PolicyPayment } from '../../domain/policy-facts';
import { PaymentEntity } from '../payments';
import { RefundAttemptEntity, RefundEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimVerdict } from './claim.types';
import type { ClaimFacts } from './claim-facts';

const OPEN_STATES = CLAIM_STATES.filter((state) => !isClosed(state));

/** What the rules say of the claim as it stands; never what becomes of it. */
export async function verdictOf(
  tx: Tx,
  claim: ClaimEntity,
  facts: ClaimFacts,
  rules: { settings: LegalSettings; calendar: WorkingCalendar; now: number },
): Promise<ClaimVerdict> {
  const policyFacts: PolicyFacts = {
    kind: claim.kind,
    demandedAt: claim.demandedAt,
    handedOverOn: claim.handedOverOn,
    purchasedOn: facts.order ? almatyDate(facts.order.placedAt) : null,
    orderFound: facts.order !== null,
    lines: policyLines(claim, facts),
    payment: facts.payment ? await policyPayment(tx, facts, facts.payment) : null,
    sameDebits: facts.payment ? await sameDebits(tx, facts.payment) : 0,
    requestedMinor: claim.requestedMinor,
    currency: claim.currency,
    authority: authorityOf(claim),
    possibleDuplicates: await possibleDuplicates(tx, claim),
    today: almatyDate(rules.now),
  };
  const { result, reasons } = judge(policyFacts, rules.settings, rules.calendar);
  return {
    result,
    reasons: reasons.map(({ code, clause, params }) => ({ code, clause, ...(params ? { params } : {}) })),
  };
}

/** Null when the customer asks and paid himself. */
export function authorityProved(claim: Pick<ClaimEntity, 'payer' | 'representative'>): boolean | null {
  const others = [claim.payer, claim.representative].filter((party) => party !== null);
  return others.length === 0 ? null : others.every((party) => party.authorityProved === true);
}

function authorityOf(claim: ClaimEntity): PolicyFacts['authority'] {
  const isProved = authorityProved(claim);
  if (isProved === null) return 'payer';
  const isSeen = claim.checklist.some(({ code, ok }) => code === 'authority' && ok === true);
  return isProved || isSeen ? 'proved' : 'missing';
}

function policyLines(claim: ClaimEntity, { lines, orderLines, granted }: ClaimFacts): PolicyLine[] {
  // A person's answer to "appearance and properties are kept" holds for all that comes back.
  const kept = claim.checklist.find(({ code }) => code === 'appearance')?.ok ?? null;
  return lines.map(({ orderLineId, goods }) => {
    const bought = orderLines.find(({ id }) => id === orderLineId);
    return {
      category: bought?.category ?? '',
      individuallyDefined: bought?.individuallyDefined ?? false,
      goods,
      kept,
      refundedBefore: orderLineId !== null && granted.has(orderLineId),
    };
  });
}

/** What is left for this claim: its own refunds are no reason against it. */
async function policyPayment(
  tx: Tx,
  { refunds }: ClaimFacts,
  payment: PaymentEntity,
): Promise<PolicyPayment> {
  const own = new Set(refunds.map(({ id }) => id));
  const attempts = await tx.findBy(RefundAttemptEntity, { paymentId: payment.id });
  const external = await tx.findBy(RefundEntity, { paymentId: payment.id, source: 'external' });
  const leftMinor = leftToRefund({
    paidMinor: payment.amountMinor,
    externalMinor: sumMinor(
      external.filter(({ state }) => state !== 'reversed').map(({ amountMinor }) => amountMinor),
    ),
    attempts: attempts.filter(({ refundId }) => !own.has(refundId)),
  });
  return {
    status: payment.status,
    currency: payment.currency,
    paidMinor: payment.amountMinor,
    refundedMinor: payment.amountMinor - leftMinor,
    paidOn: almatyDate(payment.createdAt),
    chargeback: false,
  };
}

function sameDebits(tx: Tx, { id, invoiceId, amountMinor }: PaymentEntity): Promise<number> {
  if (invoiceId === null) return Promise.resolve(0);
  return tx.countBy(PaymentEntity, { id: Not(id), invoiceId, amountMinor, status: 'Completed' });
}

function possibleDuplicates(tx: Tx, { id, orderNumber, paymentId }: ClaimEntity): Promise<number> {
  const where = [
    ...(orderNumber === null ? [] : [{ orderNumber }]),
    ...(paymentId === null ? [] : [{ paymentId }]),
  ].map((same) => ({ ...same, id: Not(id), state: In(OPEN_STATES) }));
  return where.length === 0 ? Promise.resolve(0) : tx.countBy(ClaimEntity, where);
}
