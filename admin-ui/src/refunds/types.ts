import type { Refund } from '../shared/types';

/** One HTTP call to the gateway. */
export interface GatewayCall {
  method: string;
  startedAt: string;
  durationMs: number;
  outcome: string;
}

/** One X-Request-ID and what became of it. */
export interface Attempt {
  /** Also the X-Request-ID. */
  id: string;
  number: number;
  state: string;
  sends: number;
  outcomeCode: string | null;
  outcomeText: string | null;
  firstSentAt: string | null;
  lastSentAt: string | null;
  notBefore: string | null;
  calls: GatewayCall[];
}

/** A refund with its story; attempts come with one refund, not in lists. */
export interface RefundRecord extends Refund {
  operation: 'refund' | 'void';
  rrn: string | null;
  refusedText: string | null;
  acceptedAt: string | null;
  settledAt: string | null;
  attempts?: Attempt[];
}
