import { maskedPerson } from '../../domain/masked-person';
import type { Role } from '../../domain/permissions';
import type { PaymentEntity } from './payment.entity';

/** Public shape of a payment; card digits beyond the last four are never known. */
export function presentPayment(row: PaymentEntity, role: Role) {
  return {
    id: row.id,
    transactionId: row.transactionId,
    invoiceId: row.invoiceId,
    // The shop may use the mail address as the account.
    accountId: maskedPerson({ name: '', email: row.accountId }, role).email ?? null,
    email: maskedPerson({ name: '', email: row.email }, role).email ?? null,
    status: row.status,
    amountMinor: row.amountMinor,
    refundedMinor: row.refundedMinor,
    currency: row.currency,
    cardLastFour: row.cardLastFour,
    cardType: row.cardType,
    issuer: row.issuer,
    testMode: row.testMode,
    reasonCode: row.reasonCode,
    createdAt: new Date(row.createdAt).toISOString(),
    seenAt: new Date(row.seenAt).toISOString(),
    version: row.version,
  };
}
