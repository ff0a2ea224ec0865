import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { PaymentEntity } from './payment.entity';

/** Why a payment may be the claim's. */
export type MatchReason = 'order_number' | 'email' | 'sum' | 'date';

export interface PaymentQuery {
  email: string | null;
  orderNumber: string | null;
  requestedMinor: number | null;
  demandedAt: number;
}

export type MatchedPayment = PaymentEntity & { reasons: MatchReason[] };

const WEIGHT: Record<MatchReason, number> = { order_number: 8, email: 4, sum: 2, date: 1 };
const NEAR_MS = 45 * 24 * 3_600_000;
const MOST = 10;

/** Payments that may be the claim's, the likeliest first; a person picks. */
export async function matchPayments(tx: Tx, query: PaymentQuery): Promise<MatchedPayment[]> {
  const { email, orderNumber, requestedMinor, demandedAt } = query;
  if (email === null && orderNumber === null) return [];
  const rows = await findRows<PaymentEntity>(tx, PaymentEntity, {
    sql: `WHERE "row"."invoiceId" = $1 OR "row"."email" = $2
      ORDER BY "row"."createdAt" DESC, "row"."id" DESC LIMIT 50`,
    values: [orderNumber ?? '', email?.toLowerCase() ?? ''],
  });

  const matched = rows.map((row) => {
    const reasons: MatchReason[] = [];
    if (orderNumber !== null && row.invoiceId === orderNumber) reasons.push('order_number');
    if (email !== null && row.email === email.toLowerCase()) reasons.push('email');
    if (requestedMinor !== null && row.amountMinor === requestedMinor) reasons.push('sum');
    if (row.createdAt <= demandedAt && demandedAt - row.createdAt <= NEAR_MS) reasons.push('date');
    return { ...row, reasons };
  });
  const weight = ({ reasons }: MatchedPayment) => reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0);
  return matched.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}
