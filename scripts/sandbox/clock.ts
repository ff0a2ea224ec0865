const LONGEST_TIMER_MS = 2 ** 30;
const WAIT_FOR_DUE_MS = 5_000;

interface Task {
  dueAt: number;
  run: () => Promise<void> | void;
}

/** The sandbox's own time: the machine's plus an offset. Moving it runs what became due. */
export class SandboxClock {
  #offsetMs = 0;
  #tasks: Task[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly machineNow: () => number = Date.now) {}

  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): number {
    return this.machineNow() + this.#offsetMs;
  }

  /** Runs a task once at an instant of this clock; a failed task must handle its own error. */
  schedule(dueAt: number, run: Task['run']): void {
    this.#tasks.push({ dueAt, run });
    this.#arm();
  }

  /** Sets the offset and waits (a few seconds at most) for what became due. */
  async setOffset(offsetMs: number): Promise<void> {
    this.#offsetMs = offsetMs;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, WAIT_FOR_DUE_MS).unref());
    await Promise.race([this.#runDue(), patience]);
  }

  stop(): void {
    this.#tasks = [];
    if (this.#timer) clearTimeout(this.#timer);
  }

  #arm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#tasks.length === 0) return;
    const next = Math.min(...this.#tasks.map((task) => task.dueAt));
    const delay = Math.min(Math.max(next - this.now(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => void this.#runDue(), delay).unref();
  }

  async #runDue(): Promise<void> {
    const now = this.now();
    const due = this.#tasks.filter((task) => task.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    this.#tasks = this.#tasks.filter((task) => task.dueAt > now);
    this.#arm();
    await Promise.all(due.map(async (task) => task.run()));
  }
}
