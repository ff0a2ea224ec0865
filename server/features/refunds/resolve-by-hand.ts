import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { Forbidden, IllegalMove, InvalidInput, NotFound } from '../../domain/errors';
import { PaymentEntity } from '../payments';
import { clearFlag, readFlag, writeFlag } from '../settings';
import { recordEvent } from '../audit';
import { bindRefund } from './bind-refund';
import type { Breaker } from './breaker';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { lookUp, resolveAttempt } from './resolve-attempt';

export interface ResolveOrder {
  refundId: string;
  mode: 'query' | 'found' | 'not_executed';
  gatewayTransactionId?: number | undefined;
  reason: string;
  actorId: string;
}

/**
 * A person settles an open end: asks the gateway now, names the refund found there, or says that nothing was
 * executed. The last needs a fresh query that finds nothing and a second person.
 *
 * @throws IllegalMove when nothing is open or it is too early to tell
 */
export async function resolveByHand(
  parts: RefundParts,
  breaker: Breaker,
  order: ResolveOrder,
): Promise<RefundEntity> {
  const { uow } = parts;
  const attempt = await openAttemptOf(parts, order.refundId);
  await uow.write(async (tx) => {
    const { claimId } = await tx.findOneByOrFail(RefundEntity, { id: order.refundId });
    await recordEvent(tx, parts.ids, {
      actorId: order.actorId,
      action: `refund.resolve_${order.mode}`,
      resource: 'refunds',
      resourceId: order.refundId,
      claimId,
      data: { reason: order.reason, attemptId: attempt.id, state: attempt.state },
      at: parts.clock.now(),
    });
  });
  if (order.mode === 'query') await resolveAttempt(parts, breaker, attempt);
  else if (order.mode === 'found') await bindNamed(parts, attempt, order);
  else await closeUnexecuted(parts, attempt, order);
  return uow.read((tx) => tx.findOneByOrFail(RefundEntity, { id: order.refundId }));
}

async function openAttemptOf(parts: RefundParts, refundId: string): Promise<RefundAttemptEntity> {
  return parts.uow.write(async (tx) => {
    if (!(await tx.existsBy(RefundEntity, { id: refundId }))) throw new NotFound('No such refund');
    const [attempt] = await tx.find(RefundAttemptEntity, {
      where: { refundId },
      order: { number: 'DESC' },
      take: 1,
    });
    if (attempt?.state === 'sending' && attempt.leaseUntil <= parts.clock.now()) {
      const lost = await applyMove(tx, parts, attempt, 'lose', { outcomeCode: 'worker_lost', leaseUntil: 0 });
      if (lost) return lost;
    }
    if (!attempt || !['unknown', 'manual', 'accepted'].includes(attempt.state)) {
      throw new IllegalMove('Nothing is open on this refund', { current: attempt?.state ?? null });
    }
    return attempt;
  });
}

/** The id that a person read in the cabinet must be this payment's refund of this sum. */
async function bindNamed(
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  order: ResolveOrder,
): Promise<void> {
  const id = order.gatewayTransactionId;
  const refuse = (text: string) => new InvalidInput(text, { errors: { gatewayTransactionId: text } });
  if (id === undefined) throw refuse('Name the refund found at the gateway');
  const row = await parts.gateway.getPayment(id);
  const payment = await parts.uow.read((tx) => tx.findOneByOrFail(PaymentEntity, { id: attempt.paymentId }));
  if (row?.kind !== 'refund') throw refuse('The gateway knows no such refund');
  if (row.originalTransactionId !== payment.transactionId) throw refuse('It belongs to another payment');
  if (row.amountMinor !== attempt.amountMinor) throw refuse('It is another sum');
  if (row.intent !== null && row.intent !== attempt.id) throw refuse('It carries the mark of another refund');
  await parts.uow.write(async (tx) => {
    await releaseExternal(tx, payment.id, id);
    const result = await bindRefund(tx, parts, {
      gatewayRefundId: id,
      paymentTransactionId: payment.transactionId,
      amountMinor: row.amountMinor,
      intent: attempt.id,
      rrn: row.rrn,
      at: row.createdAt,
      shownBy: 'list',
    });
    if (result !== 'bound') throw new IllegalMove('It belongs to another refund already', { result });
  });
}

/** What the poll took for a refund made in the cabinet is this one: its row gives way, its sum is not counted twice. */
async function releaseExternal(tx: Tx, paymentId: string, gatewayRefundId: number): Promise<void> {
  await findForUpdate(tx, PaymentEntity, { id: paymentId });
  const external = await tx.findOneBy(RefundEntity, { gatewayRefundId, paymentId, source: 'external' });
  if (!external) return;
  await tx.delete(RefundEntity, { id: external.id });
  await tx.decrement(PaymentEntity, { id: paymentId }, 'refundedMinor', external.amountMinor);
}

/** Who said first that an attempt was never executed; a second person has to agree. Null when nobody did. */
export function firstToCloseOf(tx: Tx, attemptId: string): Promise<string | null> {
  return readFlag<string>(tx, notExecutedKey(attemptId));
}

function notExecutedKey(attemptId: string): string {
  return `refunds.not_executed:${attemptId}`;
}

async function closeUnexecuted(
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  order: ResolveOrder,
): Promise<void> {
  const finding = await lookUp(parts, attempt);
  if (finding !== 'absent') throw new IllegalMove(`The gateway's list says: ${finding}`, { finding });
  const key = notExecutedKey(attempt.id);
  await parts.uow.write(async (tx) => {
    const first = await readFlag<string>(tx, key);
    if (first === null) {
      await writeFlag(tx, key, order.actorId, parts.clock.now());
      return;
    }
    if (first === order.actorId)
      throw new Forbidden('A second person must confirm that nothing was executed');
    const change = { outcomeCode: 'not_executed', outcomeText: order.reason };
    const closed = await applyMove(tx, parts, attempt, 'not_executed', change, order.actorId);
    if (!closed) throw new IllegalMove('The refund has just changed');
    await clearFlag(tx, key);
  });
}
