import { DomainError, Unavailable } from './domain/errors';

/**
 * The payment gateway as the product sees it. Sums are minor units, instants UTC milliseconds, ids safe integers.
 *
 * Calls that move money never throw: whatever happened on the wire becomes one of the four outcomes.
 * Reads throw `GatewayUnavailable` when the gateway gave no clear answer.
 */
export interface PaymentGateway {
  /** Gives money of a `Completed` payment back. */
  refund(order: RefundOrder): Promise<RefundOutcome>;
  /** Releases the hold of an `Authorized` payment; `gatewayRefundId` of the outcome is always null. */
  voidPayment(order: VoidOrder): Promise<RefundOutcome>;
  /** The operation with this id as it stands now, or null when the gateway does not know it. */
  getPayment(transactionId: number): Promise<GatewayOperation | null>;
  /** The last payment (never a refund) of an order number, or null. */
  findByInvoice(invoiceId: string): Promise<GatewayOperation | null>;
  /** Every operation created between two instants, both included, each once, oldest first. */
  listOperations(fromMs: number, toMs: number): Promise<GatewayOperation[]>;
  /** Whether it answers and knows our credentials. */
  ping(): Promise<PingResult>;
}

export interface RefundOrder {
  /** The payment. */
  transactionId: number;
  amountMinor: number;
  /** Our mark on the refund (`JsonData.intent`), by which lists and notifications are matched. */
  intent: string;
  /** X-Request-ID: committed before the call, the same at each repeat of one attempt. */
  requestId: string;
}

export type VoidOrder = Pick<RefundOrder, 'transactionId' | 'requestId'>;

export type RefundOutcome =
  /** The gateway took it. Without an id the refund is looked for in lists and notifications, never sent again. */
  | { kind: 'accepted'; gatewayRefundId: number | null }
  /** A clear `Success: false`. The text is the gateway's, for people; nothing may branch on it. */
  | { kind: 'refused'; text: string; code: string | null }
  /** Certainly not executed: the same key may be sent again later. */
  | { kind: 'not_sent'; why: NotSentReason; detail: string }
  /** Maybe executed: keeps its sum reserved until the gateway's list or a person says. */
  | { kind: 'unknown'; why: UnknownReason; detail: string };

export type NotSentReason = 'rate_limited' | 'connection_refused' | 'auth';
export type UnknownReason =
  'timeout' | 'connection_lost' | 'http_status' | 'redirect' | 'malformed' | 'shutdown';

export type PingResult = { ok: true } | { ok: false; why: NotSentReason | UnknownReason; detail: string };

export const GATEWAY_STATUSES = [
  'AwaitingAuthentication',
  'Authorized',
  'Completed',
  'Cancelled',
  'Declined',
] as const;
export type GatewayStatus = (typeof GATEWAY_STATUSES)[number];

/** One row of the gateway. Card expiry and token are never read off the wire. */
export interface GatewayOperation {
  transactionId: number;
  kind: 'payment' | 'refund' | 'other';
  status: GatewayStatus;
  amountMinor: number;
  currency: string;
  /** The payment that a refund row belongs to. */
  originalTransactionId: number | null;
  /** Our mark, when it is ours. */
  intent: string | null;
  invoiceId: string | null;
  accountId: string | null;
  email: string | null;
  cardLastFour: string | null;
  cardType: string | null;
  issuer: string | null;
  reason: string | null;
  reasonCode: number | null;
  rrn: string | null;
  testMode: boolean;
  createdAt: number;
  authorizedAt: number | null;
  confirmedAt: number | null;
  /** A hint on a payment that something went back; never a sum. */
  refunded: boolean;
}

export const NOTIFICATION_TYPES = ['check', 'pay', 'fail', 'confirm', 'refund', 'cancel'] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** Reads what the gateway posts to us. */
export interface NotificationReader {
  /**
   * Proves that the body came from the gateway.
   * @throws BadSignature
   */
  verify(rawBody: Buffer, headers: SignatureHeaders): void;
  /** @throws BadNotification when a required field is missing, doubled or no such value */
  parse(type: NotificationType, contentType: string | undefined, rawBody: Buffer): GatewayNotification;
}

export interface SignatureHeaders {
  'content-hmac'?: string | string[] | undefined;
  'x-content-hmac'?: string | string[] | undefined;
  [other: string]: string | string[] | undefined;
}

/** A notification after the allow-list. */
export interface GatewayNotification {
  type: NotificationType;
  /** Of the refund for `refund`, else of the payment. */
  transactionId: number;
  /** Only with `refund`. */
  paymentTransactionId: number | null;
  amountMinor: number;
  /** Absent from `refund` and `cancel`. */
  currency: string | null;
  status: GatewayStatus | null;
  operationType: string | null;
  intent: string | null;
  invoiceId: string | null;
  accountId: string | null;
  email: string | null;
  cardLastFour: string | null;
  cardType: string | null;
  issuer: string | null;
  reason: string | null;
  reasonCode: number | null;
  rrn: string | null;
  testMode: boolean | null;
  occurredAt: number | null;
  /** SHA-256 of the raw body, hex: tells a repeat from a change. */
  sha256: string;
  /** What may be stored. */
  fields: Record<string, string>;
}

/** The gateway gave no clear answer to a read; try later. */
export class GatewayUnavailable extends Unavailable {
  constructor(
    readonly why: NotSentReason | UnknownReason,
    detail: string,
  ) {
    super(`The payment gateway gave no clear answer (${why})`, { why, detail });
  }
}

/** Signed wrongly or not at all. */
export class BadSignature extends DomainError {
  readonly code = 'bad-signature';
}

/** Signed, but its fields cannot be read. */
export class BadNotification extends DomainError {
  readonly code = 'unreadable';
}
