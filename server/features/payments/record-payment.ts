import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { GatewayOperation } from '../../gateway-port';
import type { Ids } from '../../ports';
import { PaymentEntity, type PaymentStatus } from './payment.entity';

/** What is known of a payment from a list, a look-up or a notification; nulls tell nothing. */
export type PaymentFacts = Pick<
  GatewayOperation,
  'transactionId' | 'amountMinor' | 'currency' | 'createdAt' | 'status'
> &
  Partial<
    Pick<
      GatewayOperation,
      'invoiceId' | 'accountId' | 'email' | 'cardLastFour' | 'cardType' | 'issuer' | 'testMode' | 'reasonCode'
    >
  >;

/** A payment never goes back to an earlier status, whatever order the news comes in. */
const RANK: Record<PaymentStatus, number> = {
  AwaitingAuthentication: 0,
  Authorized: 1,
  Completed: 2,
  Declined: 3,
  Cancelled: 3,
};

/** What shops and banks fill in freely, as long as its column: PostgreSQL would refuse more, and lose the payment. */
function cut(text: string | null | undefined, length: number): string | null {
  return text?.slice(0, length) ?? null;
}

const SEEN_EVERY_MS = 10 * 60_000;

/** Keeps our copy of a payment in step with the gateway; idempotent, in any order. Answers the row. */
export async function recordPayment(
  tx: Tx,
  ids: Ids,
  facts: PaymentFacts,
  now: number,
): Promise<PaymentEntity> {
  const { transactionId, status, ...rest } = facts;
  const known = await findForUpdate(tx, PaymentEntity, { transactionId });
  const told = {
    invoiceId: cut(rest.invoiceId, 100),
    accountId: cut(rest.accountId, 200),
    email: rest.email?.toLowerCase() ?? null,
    cardLastFour: rest.cardLastFour ?? null,
    cardType: cut(rest.cardType, 40),
    issuer: cut(rest.issuer, 200),
    reasonCode: rest.reasonCode ?? null,
  };
  if (!known) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(PaymentEntity)
      .values({
        id: ids.next(),
        transactionId,
        status,
        ...told,
        amountMinor: rest.amountMinor,
        refundedMinor: 0,
        currency: rest.currency,
        testMode: rest.testMode ?? false,
        createdAt: rest.createdAt,
        seenAt: now,
        version: 1,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return tx.findOneByOrFail(PaymentEntity, { transactionId });
  }
  const news = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  const change = {
    ...news,
    status: RANK[status] >= RANK[known.status] ? status : known.status,
    // A partly confirmed payment is worth what was confirmed.
    amountMinor: rest.amountMinor > 0 && status === 'Completed' ? rest.amountMinor : known.amountMinor,
    // A list or a look-up knows better than the notification that may have told us first.
    createdAt: rest.createdAt,
    seenAt: now,
  };
  // The poll reads the same rows again and again; only news makes a new version.
  const isNews = Object.entries(change).some(
    ([name, value]) => name !== 'seenAt' && value !== known[name as keyof PaymentEntity],
  );
  const version = isNews ? known.version + 1 : known.version;
  if (!isNews && now - known.seenAt < SEEN_EVERY_MS) return known;
  await tx.update(PaymentEntity, { id: known.id }, { ...change, version });
  return { ...known, ...change, version };
}
