/** The envelope that every gateway method answers with. */
export interface Answer {
  Success: boolean;
  Message: string | null;
  Model?: unknown;
}

export type OperationStatus =
  'AwaitingAuthentication' | 'Authorized' | 'Completed' | 'Cancelled' | 'Declined';

export const OPERATION_STATUSES: readonly OperationStatus[] = [
  'AwaitingAuthentication',
  'Authorized',
  'Completed',
  'Cancelled',
  'Declined',
];

/** One row of the gateway: a payment (type 0) or a refund (type 1). Instants are UTC ms of the sandbox clock. */
export interface Operation {
  id: number;
  type: 0 | 1;
  status: OperationStatus;
  /** Hundredths of the currency unit (tiyn for KZT). */
  amountMinor: number;
  currency: string;
  invoiceId: string | null;
  accountId: string | null;
  email: string | null;
  description: string | null;
  /** JSON as text, as the gateway keeps it. */
  jsonData: string | null;
  createdAt: number;
  authorizedAt: number | null;
  confirmedAt: number | null;
  reasonCode: number;
  cardFirstSix: string | null;
  cardLastFour: string | null;
  cardType: string | null;
  cardExpDate: string | null;
  issuer: string | null;
  name: string | null;
  token: string | null;
  /** The payment that a refund row belongs to. */
  originalId: number | null;
  refunded: boolean;
  /** Lists leave the row out before this instant (fault G13). */
  visibleFrom: number;
  /** What happens after 3-D Secure; null when the card asks for none. */
  afterSecure: { reasonCode: number; twoStage: boolean } | null;
}

export type NoticeType = 'pay' | 'fail' | 'confirm' | 'refund' | 'cancel';
export type NoticeVariant = 'triple' | 'late' | 'before' | 'never' | 'amount' | 'hmac';

/** A notification on its way to the merchant. */
export interface Notice {
  id: string;
  type: NoticeType;
  fields: Record<string, string>;
  variant: NoticeVariant | null;
  /** Deliveries tried so far. */
  attempts: number;
  dueAt: number;
}

export type EntryKind = 'payment' | 'refund' | 'void' | 'confirm' | 'call' | 'notification';

/** One line of the truth that `GET /__sandbox/log` shows. */
export interface LogEntry {
  seq: number;
  /** ISO instant on the sandbox clock. */
  at: string;
  kind: EntryKind;
  transactionId: number | null;
  paymentTransactionId: number | null;
  /** In currency units, as the API counts. */
  amount: number | null;
  requestId: string | null;
  /** Path without its first slash, `notifications/<type>`, or null for an act of the cabinet. */
  method: string | null;
  body: unknown;
  fault: string | null;
  byHand: boolean;
}

export type NewEntry = Omit<LogEntry, 'seq' | 'at'>;

/** A processed result that a repeated X-Request-ID is answered with. */
export interface RememberedAnswer {
  key: string;
  at: number;
  answer: Answer;
}

/** Everything that one act changes; written as one line, so a crash keeps all of it or nothing. */
export interface Change {
  entry?: NewEntry;
  operations?: readonly Operation[];
  notices?: readonly Notice[];
  noticeDone?: string;
  remembered?: RememberedAnswer;
  offsetMs?: number;
}
