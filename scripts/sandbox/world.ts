import type { SandboxClock } from './clock';
import { Journal, type JournalLine } from './journal';
import type { Change, LogEntry, Notice, Operation, RememberedAnswer } from './types';

/** Ids look like live ones: beyond 2^31, so a client that cuts them to 32 bits is found out. */
const FIRST_TRANSACTION_ID = 4_700_000_001;
/** How long a processed X-Request-ID is remembered. */
export const KEY_LIFE_MS = 60 * 60 * 1000;

/** The gateway's whole state: operations, log, remembered answers, notifications on their way. */
export class World {
  readonly operations = new Map<number, Operation>();
  readonly log: LogEntry[] = [];
  readonly notices = new Map<string, Notice>();
  readonly #remembered = new Map<string, RememberedAnswer>();
  readonly #refundedMinor = new Map<number, number>();
  readonly #journal: Journal;
  #nextId = FIRST_TRANSACTION_ID;

  constructor(
    logFile: string | null,
    readonly clock: SandboxClock,
  ) {
    const { journal, lines } = Journal.open(logFile);
    this.#journal = journal;
    for (const line of lines) {
      this.#apply(line);
      if (line.state.offsetMs !== undefined) void clock.setOffset(line.state.offsetMs);
    }
  }

  nextId(): number {
    return this.#nextId++;
  }

  /** Writes a change to the journal, then makes it. */
  commit({ entry, ...state }: Change): void {
    const at = new Date(this.clock.now()).toISOString();
    const line = { entry: entry ? { seq: this.log.length + 1, at, ...entry } : null, state };
    this.#journal.append(line);
    this.#apply(line);
  }

  /** The answer that a request key already got, within its hour. */
  remembered(key: string): RememberedAnswer['answer'] | null {
    const found = this.#remembered.get(key);
    if (!found || this.clock.now() - found.at >= KEY_LIFE_MS) return null;
    return found.answer;
  }

  refundedMinor(paymentId: number): number {
    return this.#refundedMinor.get(paymentId) ?? 0;
  }

  close(): void {
    this.#journal.close();
  }

  #apply({ entry, state }: JournalLine): void {
    if (entry) this.log.push(entry);
    for (const operation of state.operations ?? []) this.#keep(operation);
    for (const notice of state.notices ?? []) this.notices.set(notice.id, notice);
    if (state.noticeDone !== undefined) this.notices.delete(state.noticeDone);
    if (state.remembered) this.#remembered.set(state.remembered.key, state.remembered);
  }

  #keep(operation: Operation): void {
    const isNew = !this.operations.has(operation.id);
    this.operations.set(operation.id, operation);
    this.#nextId = Math.max(this.#nextId, operation.id + 1);
    if (isNew && operation.originalId !== null) {
      const sum = this.refundedMinor(operation.originalId) + operation.amountMinor;
      this.#refundedMinor.set(operation.originalId, sum);
    }
  }
}
