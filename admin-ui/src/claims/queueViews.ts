import type { ClaimState } from '../../../server/domain/claim';

/** Tabs of the queue in the order of keys 1–7. */
export const QUEUE_VIEWS = [
  'mine',
  'unassigned',
  'dueSoon',
  'overdue',
  'waitingCustomer',
  'awaitingApproval',
  'open',
  'closed',
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

const OPEN: ClaimState[] = ['received', 'needs_documents', 'in_review', 'proposed', 'approved', 'in_payout'];
const CLOSED: ClaimState[] = ['resolved', 'rejected', 'withdrawn', 'duplicate'];
const DAY = 24 * 60 * 60 * 1000;

export function isQueueView(value: unknown): value is QueueView {
  return (QUEUE_VIEWS as readonly unknown[]).includes(value);
}

/** The server's filter behind a tab. "Soon" is the next 48 hours; the chip itself counts working days. */
export function filterOfView(view: QueueView, me: string, now: Date): Record<string, unknown> {
  switch (view) {
    case 'mine':
      return { assigneeId: me, state: OPEN };
    case 'unassigned':
      return { assigneeId: null, state: OPEN };
    case 'dueSoon':
      return {
        state: OPEN,
        dueAt_gte: now.toISOString(),
        dueAt_lte: new Date(now.getTime() + 2 * DAY).toISOString(),
      };
    case 'overdue':
      return { state: OPEN, dueAt_lte: now.toISOString() };
    case 'waitingCustomer':
      return { state: ['needs_documents'] };
    case 'awaitingApproval':
      return { state: ['proposed'] };
    case 'open':
      return { state: OPEN };
    case 'closed':
      return { state: CLOSED };
  }
}
