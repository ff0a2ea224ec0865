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

/** That settled money came back from the bank. */
export interface Reversal {
  /** `YYYY-MM-DD`. */
  reversedOn: string;
  reference: string | null;
  documentId: string | null;
  reason: string;
  byId: string;
  at: string;
}

/** A refund with its story; attempts come with one refund, not in lists. */
export interface RefundRecord extends Refund {
  operation: 'refund' | 'void';
  rrn: string | null;
  refusedText: string | null;
  acceptedAt: string | null;
  settledAt: string | null;
  version: number;
  attempts?: Attempt[];
  /** Comes with one refund, not in lists. */
  reversal?: Reversal | null;
}
