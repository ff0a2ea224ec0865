import { randomUUID } from 'node:crypto';
import { toText } from './amount';
import { rrn } from './present';
import { describeReason } from './reason-codes';
import type { Notice, NoticeType, NoticeVariant, Operation } from './types';

/** A notification about an operation, due at once unless its variant says otherwise. */
export function noticeOf(
  type: NoticeType,
  operation: Operation,
  at: number,
  variant: NoticeVariant | null,
): Notice {
  const fields: Fields = { ...FIELDS[type](operation), DateTime: dateTime(happenedAt(type, operation, at)) };
  if (variant === 'amount') fields.Amount = toText(operation.amountMinor + 100);
  const lateMs = variant === 'late' ? 2 * 60 * 60 * 1000 : 0;
  return { id: randomUUID(), type, fields, variant, attempts: 0, dueAt: at + lateMs };
}

/** A notification tells when the operation was made, however late it is itself. */
function happenedAt(type: NoticeType, operation: Operation, at: number): number {
  return type === 'confirm' || type === 'cancel' ? at : operation.createdAt;
}

type Fields = Record<string, string>;

const FIELDS: Record<NoticeType, (operation: Operation) => Fields> = {
  pay: (operation) => ({
    ...paymentFields(operation),
    Status: operation.status,
    OperationType: 'Payment',
    GatewayName: 'Sandbox',
    Token: operation.token ?? '',
    TotalFee: '0.00',
    Rrn: rrn(operation.id),
  }),
  fail: (operation) => ({
    ...paymentFields(operation),
    OperationType: 'Payment',
    Reason: describeReason(operation.reasonCode).reason,
    ReasonCode: String(operation.reasonCode),
  }),
  confirm: (operation) => ({ ...paymentFields(operation), Status: 'Completed', Rrn: rrn(operation.id) }),
  refund: (operation) => ({
    ...commonFields(operation),
    PaymentTransactionId: String(operation.originalId),
    OperationType: 'Refund',
    Rrn: rrn(operation.id),
  }),
  cancel: (operation) => ({ ...commonFields(operation), Rrn: rrn(operation.id) }),
};

function commonFields(operation: Operation): Fields {
  return {
    TransactionId: String(operation.id),
    Amount: toText(operation.amountMinor),
    InvoiceId: operation.invoiceId ?? '',
    AccountId: operation.accountId ?? '',
    Email: operation.email ?? '',
    Data: operation.jsonData ?? '',
  };
}

function paymentFields(operation: Operation): Fields {
  return {
    ...commonFields(operation),
    Currency: operation.currency,
    PaymentAmount: toText(operation.amountMinor),
    PaymentCurrency: operation.currency,
    CardFirstSix: operation.cardFirstSix ?? '',
    CardLastFour: operation.cardLastFour ?? '',
    CardType: operation.cardType ?? '',
    CardExpDate: operation.cardExpDate ?? '',
    Name: operation.name ?? '',
    Issuer: operation.issuer ?? '',
    IssuerBankCountry: 'KZ',
    Description: operation.description ?? '',
    TestMode: '1',
  };
}

/** `yyyy-MM-dd HH:mm:ss`, UTC. */
function dateTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
