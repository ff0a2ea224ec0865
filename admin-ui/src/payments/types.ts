import type { RaRecord } from 'react-admin';

export const PAYMENT_STATUSES = [
  'Completed',
  'Authorized',
  'Cancelled',
  'Declined',
  'AwaitingAuthentication',
] as const;

/** A payment as the API shows it. */
export interface Payment extends RaRecord {
  id: string;
  transactionId: number;
  invoiceId: string | null;
  accountId: string | null;
  email: string | null;
  status: string;
  amountMinor: number;
  /** Certainly back. */
  refundedMinor: number;
  currency: string;
  cardLastFour: string | null;
  cardType: string | null;
  issuer: string | null;
  testMode: boolean;
  reasonCode: number | null;
  createdAt: string;
  /** When our copy last agreed with the gateway. */
  seenAt: string;
  /** Back or bound by refunds; comes with one payment, not in lists. */
  committedMinor?: number;
  leftMinor?: number;
}
