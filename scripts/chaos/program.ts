import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program under test: started, stopped for a while, or killed without warning. */
export class Program {
  #child: ChildProcess | null = null;
  #output = '';
  #frozen = false;
  #armed = false;

  constructor(
    private readonly file: string,
    private readonly env: Record<string, string>,
    /** Answers once the program is ready. */
    private readonly readyUrl: string,
    private readonly onEnd: (how: 'died' | 'froze') => void = () => undefined,
  ) {}

  get alive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Alive and not stopped for a while. */
  get works(): boolean {
    return this.alive && !this.#frozen;
  }

  /** Carries a point at which it will kill itself. */
  get armed(): boolean {
    return this.alive && this.#armed;
  }

  /** The last of what it printed, for the report of a failure. */
  get output(): string {
    return this.#output;
  }

  /** @returns false when it died while starting, as a fault point may want */
  async start(more: Record<string, string> = {}): Promise<boolean> {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    this.#child = spawn(process.execPath, [this.file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, TMPDIR, ...this.env, ...more },
    });
    this.#frozen = false;
    this.#armed = 'FAULT_AT' in more;
    this.#child.once('exit', () => this.onEnd('died'));
    const keep = (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-8_000));
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    for (let tries = 0; tries < 600; tries += 1) {
      if (!this.alive) return false;
      const answer = await fetch(this.readyUrl, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return true;
      await sleep(50);
    }
    throw new Error(`${this.file} was never ready:\n${this.#output}`);
  }

  /** As `kill -9`; waits until the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
    this.#frozen = true;
    this.onEnd('froze');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
    this.#frozen = false;
  }

  /** Waits for it to die by itself. @returns false when it lives on */
  async died(withinMs: number): Promise<boolean> {
    for (let waited = 0; this.alive && waited < withinMs; waited += 20) await sleep(20);
    return !this.alive;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || !this.alive) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGCONT');
    child.kill(signal);
    await gone;
  }
}
