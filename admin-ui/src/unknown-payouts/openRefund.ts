import { useQuery } from '@tanstack/react-query';
import { useGetList, useGetOne } from 'react-admin';
import { KEY_WINDOW_MS, QUIET_MS } from '../../../server/domain/attempt-rules';
import { call } from '../providers/http';
import { partOf } from '../shared/PartState';
import type { AuditEvent, Claim, Refund } from '../shared/types';

/** One call to the gateway, as we wrote it down. */
interface GatewayCall {
  method: string;
  startedAt: string;
  durationMs: number;
  outcome: string;
}

export interface Attempt {
  id: string;
  number: number;
  state: string;
  sends: number;
  outcomeCode: string | null;
  firstSentAt: string | null;
  lastSentAt: string | null;
  calls: GatewayCall[];
}

export interface OpenRefund extends Refund {
  /** Comes with one refund, not in lists, whose rows stand in until it is here. */
  attempts?: Attempt[];
  /** Who said first that nothing was executed. */
  notExecutedById?: string | null;
}

export interface PaymentRecord {
  id: string;
  transactionId: number;
  status: string;
  amountMinor: number;
  refundedMinor: number;
  currency: string;
  cardLastFour: string | null;
  cardType: string | null;
  seenAt: string;
}

/** Refunds of which nobody knows whether the money has left, oldest first. */
export function useOpenRefunds() {
  return useGetList<Refund>(
    'refunds',
    {
      filter: { state: ['unknown', 'manual'] },
      sort: { field: 'createdAt', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { refetchInterval: 20_000, retry: false },
  );
}

/** Everything that both sides wrote down about one of them. */
export function useRefundStory(refund: Refund) {
  const details = useGetOne<OpenRefund>(
    'refunds',
    { id: refund.id },
    { refetchInterval: 20_000, retry: false },
  );
  const { data: claim } = useGetOne<Claim>(
    'claims',
    { id: refund.claimId ?? '' },
    { enabled: refund.claimId !== null },
  );
  const { data: payment } = useQuery({
    queryKey: ['payments', 'getOne', { id: refund.paymentId }],
    queryFn: async () =>
      (await call<PaymentRecord>(`/api/payments/${encodeURIComponent(refund.paymentId)}`)).json,
  });
  const events = useGetList<AuditEvent>(
    'audit-events',
    {
      filter: { resource: 'refunds', resourceId: refund.id },
      sort: { field: 'at', order: 'ASC' },
      pagination: { page: 1, perPage: 50 },
    },
    { retry: false },
  );
  return {
    details: details.data,
    claim,
    payment,
    events: events.data ?? [],
    /** What the story is told from: half of it must not pass for the whole. */
    told: [partOf(details), partOf(events)],
  };
}

/** The instants that matter for one attempt, in milliseconds. */
export interface KeyWindow {
  sentAt: number;
  /** From here the gateway's list can be trusted. */
  lookUpAt: number;
  /** Until here the same key may be sent again. */
  keyEndsAt: number;
  /** The gateway forgets the key. */
  forgetsAt: number;
}

const FORGETS_MS = 60 * 60_000;

/** Null while an attempt has never been sent. */
export function windowOf(attempt: Pick<Attempt, 'firstSentAt' | 'lastSentAt'>): KeyWindow | null {
  if (!attempt.firstSentAt) return null;
  const sentAt = Date.parse(attempt.firstSentAt);
  return {
    sentAt,
    lookUpAt: Date.parse(attempt.lastSentAt ?? attempt.firstSentAt) + QUIET_MS,
    keyEndsAt: sentAt + KEY_WINDOW_MS,
    forgetsAt: sentAt + FORGETS_MS,
  };
}

/** `21:48`; nothing below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
