import { Between, In, MoreThan } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type DeclineCause, declineCause } from '../../domain/decline-reasons';
import { PaymentEntity } from './payment.entity';

/** A question about a payment comes soon after it. */
const ASKED_WITHIN_MS = 60 * 24 * 3_600_000;
/** Clocks of two machines differ a little. */
const CLOCK_SLACK_MS = 5 * 60_000;
const MOST = 5;
/** What the gateway says when it says nothing: ask your bank. */
const UNNAMED = 5204;

export interface FailedQuery {
  emails: (string | null)[];
  orderNumbers: (string | null)[];
  /** When the question came, UTC milliseconds. */
  askedAt: number;
}

/** Payments that did not go through and that a question may be about, the newest first. */
export async function failedPaymentsOf(tx: Tx, query: FailedQuery): Promise<PaymentEntity[]> {
  const given = (values: (string | null)[]): string[] =>
    values.filter((value): value is string => value !== null && value !== '');
  const emails = given(query.emails).map((email) => email.toLowerCase());
  const orders = given(query.orderNumbers);
  const common = {
    status: 'Declined' as const,
    createdAt: Between(query.askedAt - ASKED_WITHIN_MS, query.askedAt + CLOCK_SLACK_MS),
  };
  const ways = [
    ...(orders.length === 0 ? [] : [{ ...common, invoiceId: In(orders) }]),
    ...(emails.length === 0 ? [] : [{ ...common, email: In(emails) }]),
  ];
  if (ways.length === 0) return [];
  return tx.find(PaymentEntity, { where: ways, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST });
}

/** Why it did not go through; null for a payment that did not fail. */
export function causeOf({
  status,
  reasonCode,
}: Pick<PaymentEntity, 'status' | 'reasonCode'>): DeclineCause | null {
  if (status !== 'Declined') return null;
  return declineCause(reasonCode ?? UNNAMED) ?? declineCause(UNNAMED);
}

/** When the same order was paid after all, later than the attempt that failed; null when it was not. */
export async function paidLaterAt(tx: Tx, { invoiceId, createdAt }: PaymentEntity): Promise<number | null> {
  if (invoiceId === null) return null;
  const paid = await tx.findOne(PaymentEntity, {
    where: { invoiceId, status: In(['Completed', 'Authorized']), createdAt: MoreThan(createdAt) },
    order: { createdAt: 'ASC' },
  });
  return paid?.createdAt ?? null;
}

/**
 * Whether somebody of this address may be told of the payment: a stranger who knows an order number learns nothing.
 * Where one of the two addresses is unknown a person decides.
 */
export function isTheirs({ email }: Pick<PaymentEntity, 'email'>, address: string | null): boolean {
  return email === null || address === null || email.toLowerCase() === address.toLowerCase();
}
