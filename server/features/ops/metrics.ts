import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import type { OnAnswer } from '../../http/request-log';
import { JobEntity } from '../jobs';

export interface Metrics {
  contentType: string;
  /** All counters as Prometheus reads them. */
  text(): Promise<string>;
  /** Goes to `buildApp`. */
  onAnswer: OnAnswer;
}

/** Counters of the process, with the state of the job table read at each scrape. */
export function createMetrics({ uow }: { uow: UnitOfWork }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'qaitarym_http_seconds',
    help: 'Answers by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  const faults = new Counter({
    name: 'qaitarym_http_faults_total',
    help: 'Answers with status 500 and above',
    registers: [registry],
  });
  const jobs = new Gauge({
    name: 'qaitarym_jobs',
    help: 'Jobs that wait or were given up',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      for (const state of ['ready', 'dead'] as const) {
        jobs.set({ state }, await uow.read((tx) => tx.countBy(JobEntity, { state })));
      }
    },
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    onAnswer: ({ method, route, status, seconds }) => {
      answers.observe({ method, route, status: String(status) }, seconds);
      if (status >= 500) faults.inc();
    },
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** True for the bearer of METRICS_TOKEN; without one set, for this machine alone. */
export function mayReadMetrics(req: Request, token: string | undefined): boolean {
  if (token !== undefined) return isSame(req.headers.authorization ?? '', `Bearer ${token}`);
  // A proxy on this machine connects from loopback too, but says for whom.
  return LOOPBACK.has(req.socket.remoteAddress ?? '') && req.headers['x-forwarded-for'] === undefined;
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
