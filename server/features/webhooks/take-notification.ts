import { isUniqueViolation } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { GatewayNotification } from '../../gateway-port';
import { GatewayEventEntity, PaymentEntity, recordPayment, reportException } from '../payments';
import { bindRefund, type RefundHooks, settleVoid } from '../refunds';
import { type Forward, type ForwardParts, keepForForwarding } from './forward-notification';

export interface NotificationParts extends ForwardParts {
  hooks: RefundHooks;
}

/**
 * Stores a verified notification and applies it in one transaction; the same bytes again change nothing. It is
 * a hint only: it mirrors, binds and settles, and never moves money (protocol step 8).
 */
export async function takeNotification(
  parts: NotificationParts,
  notice: GatewayNotification,
  forward: Forward | null,
): Promise<void> {
  const { uow, clock, ids } = parts;
  const now = clock.now();
  try {
    await uow.write(async (tx) => {
      if (await tx.existsBy(GatewayEventEntity, { type: notice.type, sha256: notice.sha256 })) return;
      const earlier = await tx.findBy(GatewayEventEntity, {
        type: notice.type,
        transactionId: notice.transactionId,
      });
      const id = ids.next();
      await tx.insert(GatewayEventEntity, {
        id,
        type: notice.type,
        transactionId: notice.transactionId,
        sha256: notice.sha256,
        fields: notice.fields,
        receivedAt: now,
      });
      if (forward) await keepForForwarding(tx, parts, forward);
      if (earlier.some(({ fields }) => fields.Amount !== notice.fields.Amount)) {
        await reportChanged(tx, parts, notice, now);
        return;
      }
      await apply(tx, parts, notice, now);
    });
  } catch (error) {
    // The same bytes came twice at once: the other request holds them.
    if (!isUniqueViolation(error)) throw error;
    const { type, sha256 } = notice;
    const stored = await uow.read((tx) => tx.existsBy(GatewayEventEntity, { type, sha256 }));
    if (!stored) throw error;
  }
}

async function apply(
  tx: Tx,
  parts: NotificationParts,
  notice: GatewayNotification,
  now: number,
): Promise<void> {
  if (notice.type === 'check') return;
  if (notice.type === 'refund') {
    await bindRefund(tx, parts, {
      gatewayRefundId: notice.transactionId,
      paymentTransactionId: notice.paymentTransactionId ?? 0,
      amountMinor: notice.amountMinor,
      intent: notice.intent,
      rrn: notice.rrn,
      at: notice.occurredAt ?? now,
      shownBy: 'notification',
    });
    return;
  }
  const known = await tx.findOneBy(PaymentEntity, { transactionId: notice.transactionId });
  if (known && known.amountMinor !== notice.amountMinor && !mayDiffer(notice, known)) {
    await reportException(
      tx,
      parts.ids,
      {
        kind: 'amount_mismatch',
        dedupKey: `amount_mismatch:${notice.type}:${notice.transactionId}:${notice.amountMinor}`,
        paymentId: known.id,
        transactionId: notice.transactionId,
        details: { expectedMinor: known.amountMinor, amountMinor: notice.amountMinor, type: notice.type },
      },
      now,
    );
    return;
  }
  if (notice.type === 'cancel' && !known) {
    await reportException(
      tx,
      parts.ids,
      {
        kind: 'unknown_payment',
        dedupKey: `unknown_payment:cancel:${notice.transactionId}`,
        transactionId: notice.transactionId,
        details: { amountMinor: notice.amountMinor },
      },
      now,
    );
    return;
  }
  const payment = await recordPayment(
    tx,
    parts.ids,
    {
      ...notice,
      testMode: notice.testMode ?? known?.testMode ?? false,
      status: statusOf(notice),
      currency: notice.currency ?? known?.currency ?? 'KZT',
      createdAt: known?.createdAt ?? notice.occurredAt ?? now,
    },
    now,
  );
  if (notice.type === 'cancel') await settleVoid(tx, parts, payment.id);
}

/** A hold may be captured for less; told late, its first notification still names the whole. */
function mayDiffer(notice: GatewayNotification, known: PaymentEntity): boolean {
  if (notice.type === 'confirm') return true;
  const told = notice.type === 'pay' && notice.status === 'Authorized';
  return told && known.status === 'Completed' && notice.amountMinor > known.amountMinor;
}

function statusOf({ type, status }: GatewayNotification) {
  if (type === 'fail') return 'Declined';
  if (type === 'cancel') return 'Cancelled';
  if (type === 'confirm') return 'Completed';
  return status ?? 'Completed';
}

function reportChanged(
  tx: Tx,
  parts: NotificationParts,
  notice: GatewayNotification,
  now: number,
): Promise<void> {
  return reportException(
    tx,
    parts.ids,
    {
      kind: 'changed_notification',
      dedupKey: `changed:${notice.sha256}`,
      transactionId: notice.transactionId,
      details: { type: notice.type, amountMinor: notice.amountMinor },
    },
    now,
  );
}
