import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { JobEntity } from './job.entity';

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
  defaultSort: ['createdAt', 'DESC'],
};

/** Payloads stay inside: they name claims and letters. */
function presentJob(job: JobEntity) {
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    tries: job.tries,
    lastError: job.lastError,
    runAt: instant(job.runAt),
    createdAt: instant(job.createdAt),
    finishedAt: instant(job.finishedAt),
  };
}

export function jobRoutes({ uow, clock, ids }: { uow: UnitOfWork; clock: Clock; ids: Ids }): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/jobs',
      access: 'jobs.read',
      summary: 'Work that waits, is done or is given up',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, JOBS, req));
        sendPage(res, 'jobs', page, page.rows.map(presentJob));
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
        res.json(presentJob(job));
      },
    },
    {
      method: 'post',
      path: '/api/jobs/:id/retry',
      access: 'jobs.retry',
      summary: 'Try a job that was given up again',
      handler: async (req, res) => {
        const id = String(req.params.id);
        const job = await uow.write(async (tx) => {
          const again = { state: 'ready' as const, tries: 0, runAt: clock.now(), finishedAt: null };
          const { affected } = await tx.update(JobEntity, { id, state: 'dead' }, again);
          if (affected === 0) throw new NotFound('No such job was given up');
          const facts = { action: 'job.retried', resource: 'jobs', resourceId: id, at: clock.now() };
          await recordEvent(tx, ids, { ...originOf(req), ...facts });
          return tx.findOneByOrFail(JobEntity, { id });
        });
        res.json(presentJob(job));
      },
    },
  ];
}
