import { PaymentEntity } from '../features/payments';
import type { DeskApp } from './desk-app';

let transactions = 500_000;

/** What the gateway has told of a payment by test card for an order. @returns our id of it */
export async function payOrder(
  { uow, parts, clock }: DeskApp,
  invoiceId: string,
  amountMinor: number,
): Promise<string> {
  const id = parts.ids.next();
  const row = {
    id,
    transactionId: (transactions += 1),
    invoiceId,
    accountId: null,
    email: null,
    status: 'Completed' as const,
    amountMinor,
    refundedMinor: 0,
    currency: 'KZT',
    cardLastFour: '1111',
    cardType: 'Visa',
    issuer: null,
    testMode: true,
    reasonCode: 0,
    createdAt: clock.at,
    seenAt: clock.at,
    version: 1,
  };
  await uow.write((tx) => tx.insert(PaymentEntity, row));
  return id;
}
