import { toUnits } from './amount';
import { describeReason } from './reason-codes';
import type { Operation } from './types';

const STATUS_CODES = {
  AwaitingAuthentication: 1,
  Authorized: 2,
  Completed: 3,
  Cancelled: 4,
  Declined: 5,
} as const;

/** An operation as the API shows it (`Model` of get, find and the lists). */
export function presentOperation(operation: Operation, publicId: string): Record<string, unknown> {
  const { reason, payerText } = describeReason(operation.reasonCode);
  const amount = toUnits(operation.amountMinor);
  return {
    PublicId: publicId,
    TransactionId: operation.id,
    Amount: amount,
    Currency: operation.currency,
    CurrencyCode: 0,
    PaymentAmount: amount,
    PaymentCurrency: operation.currency,
    PaymentCurrencyCode: 0,
    InvoiceId: operation.invoiceId,
    AccountId: operation.accountId,
    Email: operation.email,
    Description: operation.description,
    JsonData: operation.jsonData,
    ...dates('Created', operation.createdAt),
    ...dates('Auth', operation.authorizedAt),
    ...dates('Confirm', operation.confirmedAt),
    AuthCode: operation.authorizedAt === null ? null : String(operation.id % 1_000_000).padStart(6, '0'),
    Rrn: operation.authorizedAt === null && operation.type === 0 ? null : rrn(operation.id),
    TestMode: true,
    OriginalTransactionId: operation.originalId,
    CardFirstSix: operation.cardFirstSix,
    CardLastFour: operation.cardLastFour,
    CardExpDate: operation.cardExpDate,
    CardType: operation.cardType,
    Issuer: operation.issuer,
    IssuerBankCountry: 'KZ',
    Status: operation.status,
    StatusCode: STATUS_CODES[operation.status],
    CultureName: 'ru-RU',
    Reason: reason,
    ReasonCode: operation.reasonCode,
    CardHolderMessage: payerText,
    Type: operation.type,
    Refunded: operation.refunded,
    Name: operation.name,
    Token: operation.token,
    GatewayName: 'Sandbox',
    TotalFee: 0,
  };
}

/** Twelve digits, as acquirers print a reference. */
export function rrn(id: number): string {
  return String(id).padStart(12, '0').slice(-12);
}

/** `Date` is the old .NET form, `DateIso` the same instant in UTC without a zone. */
function dates(name: string, at: number | null): Record<string, string | null> {
  return {
    [`${name}Date`]: at === null ? null : `/Date(${at})/`,
    [`${name}DateIso`]: at === null ? null : new Date(at).toISOString().slice(0, 19),
  };
}
