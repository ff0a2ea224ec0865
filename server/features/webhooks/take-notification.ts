import { isUniqueViolation } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { GatewayNotification } from '../../gateway-port';
import type { Clock, Ids } from '../../ports';
import { enqueue } from '../jobs';
import { GatewayEventEntity, PaymentEntity, recordPayment, reportException } from '../payments';
import { bindRefund, type RefundHooks } from '../refunds';

export interface NotificationParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  hooks: RefundHooks;
}

/** Raw request to pass on to the shop's own address. */
export interface Forward {
  type: string;
  contentType: string;
  body: string;
  contentHmac: string;
  xContentHmac: string;
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
      if (await tx.existsBy(GatewayEventEntity, { sha256: notice.sha256 })) return;
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
      if (forward) {
        const payload = { ...forward };
        await enqueue(tx, ids, {
          kind: 'webhook.forward',
          dedupKey: `webhook.forward:${id}`,
          payload,
          runAt: now,
          now,
        });
      }
      if (earlier.some(({ fields }) => fields.Amount !== notice.fields.Amount)) {
        await reportChanged(tx, parts, notice, now);
        return;
      }
      await apply(tx, parts, notice, now);
    });
  } catch (error) {
    // The same bytes came twice at once: the other request holds them.
    if (!isUniqueViolation(error)) throw error;
    const stored = await uow.read((tx) => tx.existsBy(GatewayEventEntity, { sha256: notice.sha256 }));
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
    });
    return;
  }
  const known = await tx.findOneBy(PaymentEntity, { transactionId: notice.transactionId });
  if (known && notice.type !== 'confirm' && known.amountMinor !== notice.amountMinor) {
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
  await recordPayment(
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
