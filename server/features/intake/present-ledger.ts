import { maskedPerson } from '../../domain/masked-person';
import { maskedText } from '../../domain/masked-text';
import type { Role } from '../../domain/permissions';
import { causeOf, type PaymentEntity } from '../payments';
import type { MailLedgerEntity } from './mail-ledger.entity';

/**
 * A message of the ledger as the API shows it.
 *
 * @param people - names of the people of its claim, which an auditor does not read in the subject
 */
export function presentLedger(row: MailLedgerEntity, role: Role, people: readonly string[] = []) {
  return {
    id: row.id,
    receivedAt: new Date(row.receivedAt).toISOString(),
    envelopeFrom: maskedPerson({ name: '', email: row.envelopeFrom }, role).email,
    messageId: row.messageId,
    subject: maskedText(row.subject, role, people),
    outcome: row.outcome,
    reason: row.reason,
    claimId: row.claimId,
    paymentId: row.paymentId,
    answerId: row.answerId,
    sizeBytes: row.sizeBytes,
    sha256: row.sha256,
    createdAt: new Date(row.createdAt).toISOString(),
    erasedAt: row.erasedAt === null ? null : new Date(row.erasedAt).toISOString(),
    version: row.version,
  };
}

/** A payment that failed, as the one who answers must see it. */
export function presentFailed(payment: PaymentEntity) {
  const { id, transactionId, invoiceId, amountMinor, currency, cardLastFour, reasonCode, createdAt } =
    payment;
  return {
    paymentId: id,
    transactionId,
    invoiceId,
    amountMinor,
    currency,
    cardLastFour,
    reasonCode,
    cause: causeOf(payment),
    createdAt: new Date(createdAt).toISOString(),
  };
}
