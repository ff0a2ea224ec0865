import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { assertCapacity } from '../../domain/attempt-rules';
import { IllegalMove, InvalidInput, NotFound } from '../../domain/errors';
import { PaymentEntity } from '../payments';
import { recordEvent } from '../audit';
import { executedEarlier, useOfPayment } from './capacity';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

const YEAR_MS = 365 * 24 * 3_600_000;

export interface RefundOrder {
  claimId: string;
  proposalHash: string;
  refunds: { paymentId: string; amountMinor: number; currency: string; lines?: string[] }[];
  actorId: string;
}

type Parts = Pick<RefundParts, 'ids' | 'clock'>;

/**
 * Commits what will be sent: one refund and its first attempt a payment, under the payment's lock, so that
 * parallel claims never bind more than was paid (protocol step 1).
 *
 * @throws OverRefund, or InvalidInput for a foreign currency, a payment older than a year, a partial void
 */
export async function reserveRefunds(tx: Tx, parts: Parts, order: RefundOrder): Promise<RefundEntity[]> {
  const now = parts.clock.now();
  const { claimId, proposalHash } = order;
  if (await tx.existsBy(RefundEntity, { claimId, proposalHash })) {
    throw new IllegalMove('This approval has its refunds already');
  }
  const refunds: RefundEntity[] = [];
  // One order of locks for everybody: no deadlock between claims that share payments.
  const sorted = [...order.refunds].sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1));
  for (const { paymentId, amountMinor, currency, lines } of sorted) {
    const payment = await lockPayment(tx, paymentId);
    const operation = operationFor(payment, amountMinor, currency, now);
    assertCapacity(await useOfPayment(tx, payment), amountMinor);
    const refund: RefundEntity = {
      id: parts.ids.next(),
      claimId,
      paymentId,
      amountMinor,
      currency,
      state: 'queued',
      source: 'claim',
      operation,
      lines: lines ?? [],
      proposalHash,
      gatewayRefundId: null,
      rrn: null,
      refusedText: null,
      createdAt: now,
      acceptedAt: null,
      settledAt: null,
      version: 1,
    };
    await tx.insert(RefundEntity, refund);
    await newAttempt(tx, parts, refund, 1, order.actorId);
    refunds.push(refund);
  }
  return refunds;
}

/**
 * Sends again, under the same approval, what certainly failed: a new attempt with a new key each.
 *
 * @throws IllegalMove when nothing of the approval failed, or one was executed although it had been taken for
 *   failed; OverRefund when the sum is gone by now
 */
export async function retryRefunds(
  tx: Tx,
  parts: Parts,
  order: { claimId: string; proposalHash: string; actorId: string },
): Promise<void> {
  const { claimId, proposalHash } = order;
  const refunds = await tx.findBy(RefundEntity, { claimId, proposalHash, source: 'claim' });
  const failed = refunds.filter(({ state }) => state === 'refused' || state === 'not_sent');
  if (failed.length === 0) throw new IllegalMove('No refund of this approval has failed');
  for (const refund of failed.sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1))) {
    const payment = await lockPayment(tx, refund.paymentId);
    if (await executedEarlier(tx, refund.id)) {
      throw new IllegalMove('The gateway has executed this refund after all; see the exceptions');
    }
    const now = parts.clock.now();
    const operation = operationFor(payment, refund.amountMinor, refund.currency, now);
    assertCapacity(await useOfPayment(tx, payment), refund.amountMinor);
    const number = (await tx.countBy(RefundAttemptEntity, { refundId: refund.id })) + 1;
    const { affected } = await tx.update(
      RefundEntity,
      { id: refund.id, state: refund.state, version: refund.version },
      { state: 'queued', operation, refusedText: null, version: refund.version + 1 },
    );
    if (affected === 0) throw new IllegalMove('The refund has just changed');
    await newAttempt(tx, parts, { ...refund, operation }, number, order.actorId);
  }
}

async function lockPayment(tx: Tx, id: string): Promise<PaymentEntity> {
  const payment = await findForUpdate(tx, PaymentEntity, { id });
  if (!payment) throw new NotFound('No such payment', { errors: { paymentId: 'unknown' } });
  return payment;
}

/** Completed is refunded, Authorized is voided; everything else has nothing to give back. */
function operationFor(
  payment: PaymentEntity,
  amountMinor: number,
  currency: string,
  now: number,
): 'refund' | 'void' {
  const refuse = (field: string, text: string) => new InvalidInput(text, { errors: { [field]: text } });
  if (payment.currency !== currency) throw refuse('currency', 'The payment is in another currency');
  if (now - payment.createdAt > YEAR_MS) {
    throw refuse('paymentId', 'The payment is older than a year: use the bank-transfer route');
  }
  if (payment.status === 'Completed') return 'refund';
  if (payment.status !== 'Authorized')
    throw refuse('paymentId', `The payment is ${payment.status}: nothing was taken`);
  if (amountMinor !== payment.amountMinor) {
    throw refuse(
      'amountMinor',
      'A payment that is only authorised is voided as a whole; confirm it for less instead',
    );
  }
  return 'void';
}

async function newAttempt(
  tx: Tx,
  { ids, clock }: Parts,
  refund: RefundEntity,
  number: number,
  actorId: string,
): Promise<void> {
  const now = clock.now();
  const id = ids.next();
  await tx.insert(RefundAttemptEntity, {
    id,
    refundId: refund.id,
    paymentId: refund.paymentId,
    number,
    state: 'queued',
    operation: refund.operation,
    amountMinor: refund.amountMinor,
    notBefore: now,
    firstSentAt: null,
    lastSentAt: null,
    leaseOwner: null,
    leaseUntil: 0,
    fence: 0,
    sends: 0,
    gatewayRefundId: null,
    outcomeCode: null,
    outcomeText: null,
    createdAt: now,
    updatedAt: now,
  });
  await recordEvent(tx, ids, {
    actorId,
    action: 'refund.queued',
    resource: 'refunds',
    resourceId: refund.id,
    claimId: refund.claimId,
    data: { attemptId: id, number, amountMinor: refund.amountMinor, paymentId: refund.paymentId },
    at: now,
  });
}
