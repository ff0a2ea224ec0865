import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate, almatyTime } from '../../domain/almaty-time';
import type { Language } from '../../domain/claim';
import { type DeclineCause, declineText, retryIsFutile } from '../../domain/decline-reasons';
import { InvalidInput } from '../../domain/errors';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { causeOf, paidLaterAt, PaymentEntity } from '../payments';
import { fill, type Values } from './fill';
import { letterDate } from './letter-dates';
import { letterMoney } from './letter-money';
import type { LetterKey } from './words';

/** An attempt to pay that failed, as a letter tells it. */
export interface FailedAttempt {
  at: number;
  amountMinor: number;
  currency: string;
  orderNumber: string | null;
  cause: DeclineCause;
  /** The same card cannot help before something has changed. */
  futile: boolean;
  /** When the order was paid after all; null when it still waits. */
  paidAt: number | null;
}

/** @throws InvalidInput when there is no such payment, or it did not fail */
export async function failedAttemptOf(tx: Tx, paymentId: string): Promise<FailedAttempt> {
  const payment = await tx.findOneBy(PaymentEntity, { id: paymentId });
  const cause = payment && causeOf(payment);
  if (!payment || cause === null) {
    throw new InvalidInput('No payment of that id has failed', {
      errors: { paymentId: 'is no failed payment' },
    });
  }
  return {
    at: payment.createdAt,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    orderNumber: payment.invoiceId,
    cause,
    futile: retryIsFutile(payment.reasonCode ?? 0),
    paidAt: await paidLaterAt(tx, payment),
  };
}

/** Which attempt, why it failed, whether money was taken, what to do now (glossary §3 «Payment failed»). */
export function declineParagraphs(language: Language, attempt: FailedAttempt): string[] {
  const say = (key: LetterKey, values?: Values) => fill(language, key, values);
  const day = (at: number) => letterDate(language, almatyDate(at));
  const { at, amountMinor, currency, orderNumber, cause, futile, paidAt } = attempt;
  return [
    [
      say('attempt', { date: day(at), time: almatyTime(at), amount: letterMoney(amountMinor, currency) }),
      ...(orderNumber === null ? [] : [say('order', { order: orderNumber })]),
    ].join('\n'),
    declineText(cause, language),
    say('notTaken'),
    paidAt === null
      ? [
          ...(futile ? [say('sameCardFutile')] : []),
          say('payAgain', { site: DEFAULT_LEGAL_ENTITY.site }),
        ].join('\n')
      : say('paidLater', { date: day(paidAt) }),
    say('neverSend'),
  ];
}
