import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { findOrderNumbers, orderNumberCandidates } from '../../domain/order-number';
import { OrderEntity } from '../orders';
import { PaymentEntity } from '../payments';

export interface MentionedOrder {
  number: string | null;
  /** Whether the goods were handed over; null when we do not know the order. */
  handedOver: boolean | null;
}

/** The order that a letter names: one that an order or a payment carries, else one that looks like ours. */
export async function orderInMail(tx: Tx, text: string, pattern: string): Promise<MentionedOrder> {
  const words = orderNumberCandidates(text);
  const spelled = [...new Set(words.flatMap((word) => [word, word.toUpperCase()]))];
  const orders = spelled.length === 0 ? [] : await tx.findBy(OrderEntity, { number: In(spelled) });
  const payments = spelled.length === 0 ? [] : await tx.findBy(PaymentEntity, { invoiceId: In(spelled) });
  const carried = new Map<string, string>();
  for (const number of [
    ...payments.map(({ invoiceId }) => invoiceId ?? ''),
    ...orders.map((order) => order.number),
  ])
    carried.set(number.toUpperCase(), number);
  const known = new Set(words.filter((word) => carried.has(word.toUpperCase())));
  const found = findOrderNumbers(text, pattern, known);
  const first = found.find((number) => carried.has(number)) ?? found[0];
  if (first === undefined) return { number: null, handedOver: null };
  const number = (carried.get(first) ?? first).slice(0, 64);
  const order = orders.find((each) => each.number === number);
  return { number, handedOver: order ? order.handedOverOn !== null : null };
}
