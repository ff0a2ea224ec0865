import type { Params } from './params';
import type { Answer, EntryKind, NoticeType, Operation } from './types';
import type { World } from './world';

/** What a method wants to happen: its answer and, if money moved, what to write and to announce. */
export interface Result {
  answer: Answer;
  moved?: {
    kind: EntryKind;
    transactionId: number;
    paymentTransactionId: number | null;
    amountMinor: number;
    operations: Operation[];
    notice: { type: NoticeType; operation: Operation } | null;
  };
}

export interface CallContext {
  world: World;
  publicId: string;
  params: Params;
  now: number;
  /** Fault G13: rows younger than this many minutes are left out of a list, or of all lists. */
  lagMinutes: number;
  /** Fault G14: rows by which a page slips while somebody reads. */
  pageShift: number;
}

export type Method = (context: CallContext) => Result;

/** A clear refusal. All texts of this kind are the sandbox's invention: the real ones are undocumented. */
export function refused(message: string): Result {
  return { answer: { Success: false, Message: message } };
}
