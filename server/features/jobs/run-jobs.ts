import { setTimeout as sleep } from 'node:timers/promises';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { faultOf, Unavailable } from '../../domain/errors';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Clock, Ids, Log } from '../../ports';
import { enqueue } from './enqueue';
import { JobEntity } from './job.entity';
import type { JobHandler, RecurringJob } from './job-handler';
import { RECURRING } from './troubled';

/** Short, so that the work of a dead process is soon taken over; a living one renews it. */
const LEASE_MS = 90_000;
const RENEW_EVERY_MS = 20_000;
const MAX_TRIES = 12;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 30 * 60_000;
const IDLE_POLL_MS = 500;
const RECORD_AGAIN_MS = 1_000;
const AT_ONCE = 10;
const RECALL_EVERY_MS = 5_000;

export interface JobRunner {
  start(): void;
  /** Begins nothing new and waits for what runs. */
  stop(): Promise<void>;
  /**
   * Does everything that is due now, recurring work included, or what is due of some kinds; answers how many jobs
   * ran. For tests and demo.
   */
  runDue(kinds?: readonly string[]): Promise<number>;
}

interface RunnerParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  log: Log;
  handlers: Record<string, JobHandler>;
  recurring: RecurringJob[];
}

/**
 * Takes due jobs by lease and fence: a job is done by one worker at a time, which renews its lease while it works, and
 * one that wakes after its lease ended records nothing. Recurring work lives on the same table, one row a kind, so several instances share it.
 */
export function createJobRunner(parts: RunnerParts): JobRunner {
  const { uow, clock, ids, log } = parts;
  const everyMs = new Map(parts.recurring.map((job) => [job.kind, job.everyMs]));
  const stopping = new AbortController();
  const handlers: Record<string, JobHandler> = {
    ...parts.handlers,
    ...Object.fromEntries(parts.recurring.map((job) => [job.kind, () => job.run(stopping.signal)])),
  };
  const running = new Set<Promise<void>>();
  let loop: Promise<void> = Promise.resolve();
  let planted = false;

  async function plantRecurring(): Promise<void> {
    if (planted) return;
    const now = clock.now();
    await uow.write(async (tx) => {
      for (const { kind } of parts.recurring) {
        await enqueue(tx, ids, { kind, dedupKey: `${RECURRING}${kind}`, payload: {}, runAt: now, now });
      }
    });
    planted = true;
  }

  /**
   * A clock that was ahead for a moment has put recurring work off until then; without this, payouts would stand still
   * for as long. Nothing else is planned further ahead than its period and the longest delay.
   */
  async function recallStrays(): Promise<void> {
    const now = clock.now();
    const jobs = await uow.read((tx) =>
      tx.findBy(JobEntity, {
        kind: In([...everyMs.keys()]),
        state: 'ready',
        runAt: MoreThan(now + LONGEST_DELAY_MS),
      }),
    );
    for (const { id, kind, runAt, fence } of jobs) {
      if (runAt <= now + LONGEST_DELAY_MS + (everyMs.get(kind) ?? 0)) continue;
      await uow.write((tx) =>
        tx.update(JobEntity, { id, state: 'ready', fence }, { runAt: now, leaseUntil: 0, fence: fence + 1 }),
      );
      log.warn(
        { job: kind, jobId: id, aheadMs: runAt - now },
        'recurring work was put off too far: it runs now',
      );
    }
  }

  async function take(most: number, kinds: readonly string[] = Object.keys(handlers)): Promise<JobEntity[]> {
    return uow.write(async (tx) => {
      const now = clock.now();
      const due = await dueJobs(tx, kinds, now, most);
      const taken: JobEntity[] = [];
      for (const job of due) {
        const { affected } = await tx.update(
          JobEntity,
          { id: job.id, state: 'ready', fence: job.fence },
          { leaseUntil: now + LEASE_MS, fence: job.fence + 1 },
        );
        if (affected === 1) taken.push({ ...job, fence: job.fence + 1 });
      }
      return taken;
    });
  }

  async function run(job: JobEntity): Promise<void> {
    try {
      await leased(job, () => handlers[job.kind]?.(job.payload as Record<string, unknown>));
    } catch (error) {
      await putBack(job, error);
      return;
    }
    const again = everyMs.get(job.kind);
    const now = clock.now();
    await record(
      job,
      again === undefined
        ? { state: 'done', leaseUntil: 0, lastError: null, finishedAt: now }
        : { runAt: now + again, leaseUntil: 0, tries: 0, lastError: null },
    );
  }

  /** Renews the lease as long as the work takes; the last renewal is over when this is, so it never covers a result. */
  async function leased(job: JobEntity, work: () => Promise<void> | undefined): Promise<void> {
    let renewing: Promise<unknown> = Promise.resolve();
    const renewal = setInterval(() => {
      const leaseUntil = clock.now() + LEASE_MS;
      const renew = () =>
        uow.write((tx) => tx.update(JobEntity, { id: job.id, fence: job.fence }, { leaseUntil }));
      renewing = renewing.then(renew).catch((error: unknown) => {
        log.warn({ job: job.kind, jobId: job.id, cause: faultOf(error) }, 'lease of a job not renewed');
      });
    }, RENEW_EVERY_MS);
    try {
      await work();
    } finally {
      clearInterval(renewal);
      await renewing;
    }
  }

  /** While the database is away the result is kept and offered again, or the job would lie under its lease for minutes. */
  async function record(job: JobEntity, result: Partial<JobEntity>): Promise<void> {
    for (;;) {
      try {
        await uow.write((tx) => tx.update(JobEntity, { id: job.id, fence: job.fence }, result));
        return;
      } catch (error) {
        if (!(error instanceof Unavailable) || isStopping()) {
          log.error(
            { job: job.kind, jobId: job.id, cause: faultOf(error) },
            'job result lost: it runs again',
          );
          return;
        }
        await pause(RECORD_AGAIN_MS);
      }
    }
  }

  async function putBack(job: JobEntity, error: unknown): Promise<void> {
    const tries = job.tries + 1;
    const again = everyMs.get(job.kind);
    const dead = again === undefined && tries >= MAX_TRIES;
    const delay = Math.max(
      again ?? 0,
      Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(tries - 1, 12)),
    );
    const cause = faultOf(error);
    log.error({ job: job.kind, jobId: job.id, tries, dead, cause }, 'job failed');
    await record(job, {
      tries,
      lastError: wordsOf(cause),
      state: dead ? 'dead' : 'ready',
      leaseUntil: 0,
      runAt: clock.now() + delay,
      finishedAt: dead ? clock.now() : null,
    });
  }

  /** Runs beside the others: a gateway that takes its minute holds up no letter. */
  function begin(job: JobEntity): void {
    const done: Promise<void> = run(job).finally(() => running.delete(done));
    running.add(done);
  }

  async function work(): Promise<void> {
    let recalledAt = -RECALL_EVERY_MS;
    while (!isStopping()) {
      let taken: JobEntity[] = [];
      try {
        await plantRecurring();
        if (performance.now() - recalledAt >= RECALL_EVERY_MS) {
          recalledAt = performance.now();
          await recallStrays();
        }
        if (running.size < AT_ONCE) taken = await take(AT_ONCE - running.size);
      } catch (error) {
        log.error({ cause: faultOf(error) }, 'job table unreachable');
      }
      taken.forEach(begin);
      if (taken.length === 0) await Promise.race([pause(IDLE_POLL_MS), ...running]);
    }
    await Promise.all(running);
  }

  const isStopping = () => stopping.signal.aborted;
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  return {
    start() {
      loop = work().catch((error: unknown) => log.error({ cause: faultOf(error) }, 'job runner ended'));
    },
    async stop() {
      stopping.abort();
      await loop;
    },
    async runDue(kinds) {
      await plantRecurring();
      await recallStrays();
      let total = 0;
      for (;;) {
        const jobs = await take(AT_ONCE, kinds);
        await Promise.all(jobs.map(run));
        total += jobs.length;
        if (jobs.length === 0) return total;
      }
    },
  };
}

/** What the screen says of a fault: its kind and code, never its message, which may quote a customer. */
function wordsOf({ name, code, detail }: ReturnType<typeof faultOf>): string {
  return [name, code, detail].filter((word) => word !== undefined).join(' · ');
}

async function dueJobs(tx: Tx, kinds: readonly string[], now: number, most: number): Promise<JobEntity[]> {
  const where = {
    state: 'ready' as const,
    kind: In(kinds),
    runAt: LessThanOrEqual(now),
    leaseUntil: LessThanOrEqual(now),
  };
  const postgres = tx.connection.options.type === 'postgres';
  return tx.find(JobEntity, {
    where,
    order: { runAt: 'ASC', id: 'ASC' },
    take: most,
    ...(postgres ? { lock: { mode: 'pessimistic_write' as const, onLocked: 'skip_locked' as const } } : {}),
  });
}
