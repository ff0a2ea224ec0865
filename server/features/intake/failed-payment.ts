import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import type { ReadMail } from '../../mailbox-port';
import { causeOf, failedPaymentsOf, isTheirs, type PaymentEntity } from '../payments';
import type { IntakeParts } from './intake-parts';
import type { MailLedgerEntity } from './mail-ledger.entity';
import { orderInMail } from './order-in-mail';
import { asksAboutPayment } from './read-demand';

/**
 * The payment that a question is about: one that failed, of the order that the letter names or of its writer. What
 * belongs to another address is left alone, a number of an order is easily guessed.
 */
export async function failedPaymentOf(
  tx: Tx,
  parts: Pick<IntakeParts, 'loadSettings'>,
  mail: ReadMail,
  receivedAt: number,
): Promise<PaymentEntity | null> {
  if (!asksAboutPayment(mail.subject, mail.text)) return null;
  const settings = await parts.loadSettings(tx, almatyDate(receivedAt));
  const order = await orderInMail(tx, `${mail.subject}\n${mail.text}`, settings['orders.pattern']);
  const found = await failedPaymentsOf(tx, {
    emails: [mail.from.address],
    orderNumbers: [order.number],
    askedAt: receivedAt,
  });
  const theirs = found.filter((payment) => isTheirs(payment, mail.from.address));
  return theirs.find(({ invoiceId }) => invoiceId === order.number) ?? theirs[0] ?? null;
}

/** What a person may pick from: the payment found when the letter came, and the writer's others. */
export async function failedPaymentsAsked(
  tx: Tx,
  row: Pick<MailLedgerEntity, 'paymentId' | 'envelopeFrom' | 'receivedAt'>,
  matched: PaymentEntity | null,
): Promise<PaymentEntity[]> {
  const others = await failedPaymentsOf(tx, {
    emails: [row.envelopeFrom],
    orderNumbers: [],
    askedAt: row.receivedAt,
  });
  const first = matched && causeOf(matched) !== null ? [matched] : [];
  return [...first, ...others.filter(({ id }) => id !== matched?.id)];
}
