import type { Request } from 'express';
import { z } from 'zod';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { IllegalMove, InvalidInput, NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { JobEntity } from './job.entity';
import { isMoneyJob, isRecurring, isTroubled, whereTroubled } from './troubled';

const JOBS: ListDefinition<JobEntity> = {
  resource: 'jobs',
  entity: JobEntity,
  fields: {
    kind: field('kind'),
    state: field('state'),
    runAt: field('runAt', 'instant'),
    createdAt: field('createdAt', 'instant'),
    finishedAt: field('finishedAt', 'instant'),
    tries: field('tries', 'number'),
  },
  special: {
    troubled: (query, value) => {
      if (typeof value !== 'boolean') {
        throw new InvalidInput('troubled must be true or false', {
          errors: { troubled: 'must be true or false' },
        });
      }
      whereTroubled(query, value);
    },
  },
  defaultSort: ['createdAt', 'DESC'],
};

const RetryBody = z.strictObject({ commandId: z.string().min(1).max(100).optional() });

/** Payloads stay inside: they name claims and letters. */
function presentJob(job: JobEntity, now: number) {
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    running: job.state === 'ready' && job.leaseUntil > now,
    recurring: isRecurring(job),
    money: isMoneyJob(job),
    troubled: isTroubled(job),
    tries: job.tries,
    lastError: job.lastError,
    runAt: instant(job.runAt),
    createdAt: instant(job.createdAt),
    finishedAt: instant(job.finishedAt),
  };
}

export function jobRoutes({ uow, clock, ids }: { uow: UnitOfWork; clock: Clock; ids: Ids }): RouteSpec[] {
  /** @throws NotFound; IllegalMove when the job helps itself */
  async function retryJob(tx: Tx, id: string, req: Request): Promise<JobEntity> {
    const job = await findForUpdate(tx, JobEntity, { id });
    if (!job) throw new NotFound('No such job');
    if (!isTroubled(job)) {
      throw new IllegalMove('Only work that was given up or fails again and again is tried again', {
        current: job.state,
        move: 'retry',
      });
    }
    // Recurring work keeps its count until it has gone well; a job gets all its tries anew.
    const again = {
      state: 'ready' as const,
      tries: isRecurring(job) ? job.tries : 0,
      runAt: clock.now(),
      finishedAt: null,
    };
    await tx.update(JobEntity, { id }, again);
    await recordEvent(tx, ids, {
      ...originOf(req),
      action: 'job.retried',
      resource: 'jobs',
      resourceId: id,
      data: { kind: job.kind, tries: job.tries, lastError: job.lastError },
      at: clock.now(),
    });
    return { ...job, ...again };
  }

  return [
    {
      method: 'get',
      path: '/api/jobs',
      access: 'jobs.read',
      summary: 'Work that waits, is done or is given up',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, JOBS, req));
        sendPage(
          res,
          'jobs',
          page,
          page.rows.map((job) => presentJob(job, clock.now())),
        );
      },
    },
    {
      method: 'get',
      path: '/api/jobs/:id',
      access: 'jobs.read',
      summary: 'One job',
      handler: async (req, res) => {
        const job = await uow.read((tx) => tx.findOneBy(JobEntity, { id: String(req.params.id) }));
        if (!job) throw new NotFound('No such job');
        res.json(presentJob(job, clock.now()));
      },
    },
    {
      method: 'post',
      path: '/api/jobs/:id/retry',
      access: 'jobs.retry',
      summary: 'Try work that was given up, or that fails again and again, once more at once',
      body: RetryBody,
      handler: async (req, res) => {
        const { commandId } = RetryBody.parse(req.body ?? {});
        const id = String(req.params.id);
        const now = clock.now();
        const answer = await uow.write((tx) => {
          const again = async () => ({ status: 200, body: presentJob(await retryJob(tx, id, req), now) });
          const command = { actorId: actorOf(req).id, action: `job.retry:${id}`, now };
          return commandId === undefined ? again() : onceFor(tx, { ...command, commandId }, again);
        });
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
