/**
 * Does one kind of job. It may be called again for the same payload (after a crash or a lost lease), so it
 * must be idempotent; a thrown error puts the job back with growing delay.
 */
export type JobHandler = (payload: Record<string, unknown>) => Promise<void>;

/** Work that comes again by itself: `everyMs` on the clock, one instance at a time. */
export interface RecurringJob {
  kind: string;
  everyMs: number;
  /** @param stopping - aborted when the process must end: what can be left for the next start is not begun */
  run: (stopping: AbortSignal) => Promise<void>;
}
