import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { NotFound } from '../../domain/errors';
import type { Drain } from '../../http/drain';
import type { RouteSpec } from '../../http/route';
import { PaymentEntity } from '../payments';
import { type Metrics, mayReadMetrics } from './metrics';

/** A part of the world that can fail: resolves when it works. */
export type Probe = () => Promise<void>;

export interface OpsParts {
  uow: UnitOfWork;
  probes: Record<'database' | 'storage' | 'mail' | 'gateway', Probe>;
  drain: Drain;
  metrics: Metrics;
  metricsToken: string | undefined;
  sandbox: boolean;
  /** The Public ID says that the terminal emulates payments. */
  testTerminal: boolean;
  demo: boolean;
  version: string;
}

const PROBE_MS = 3_000;
/** Without these nothing can be served; the mailbox and the gateway may be away for a while. */
const NEEDED = ['database', 'storage'] as const;

/** Health, metrics, and what every page must know of the installation. */
export function opsRoutes(parts: OpsParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      access: 'public',
      summary: 'The process lives',
      handler: (_req, res) => {
        res.json({ ok: true });
      },
    },
    {
      method: 'get',
      path: '/readyz',
      access: 'public',
      summary: 'Whether requests can be served, part by part',
      handler: async (_req, res) => {
        const checks = await runProbes(parts.probes);
        const ready = !parts.drain.draining && NEEDED.every((name) => checks[name] === 'ok');
        res.status(ready ? 200 : 503).json({ checks });
      },
    },
    {
      method: 'get',
      path: '/metrics',
      access: 'public',
      summary: 'Prometheus metrics: with METRICS_TOKEN as bearer, else from the loopback address alone',
      handler: async (req, res) => {
        if (!mayReadMetrics(req, parts.metricsToken)) throw new NotFound('There is no such address');
        res.type(parts.metrics.contentType).send(await parts.metrics.text());
      },
    },
    {
      method: 'get',
      path: '/api/meta',
      access: 'public',
      summary: 'Sandbox or test terminal, version, legal entity',
      handler: async (_req, res) => {
        const { sandbox, demo, version } = parts;
        const testMode = parts.testTerminal || (await parts.uow.read(lastPaymentWasTest));
        res.json({
          sandbox,
          testMode: testMode && !sandbox,
          demo,
          version,
          legalEntity: DEFAULT_LEGAL_ENTITY,
        });
      },
    },
  ];
}

/** The terminal's mode as its youngest payment tells it; ids are made in order, so no index on time is needed. */
async function lastPaymentWasTest(tx: Tx): Promise<boolean> {
  const [last] = await tx.find(PaymentEntity, {
    select: { id: true, testMode: true },
    order: { id: 'DESC' },
    take: 1,
  });
  return last?.testMode ?? false;
}

async function runProbes(
  probes: OpsParts['probes'],
): Promise<Record<keyof OpsParts['probes'], 'ok' | 'failing'>> {
  const states = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => [name, await stateOf(probe)] as const),
  );
  return Object.fromEntries(states) as Record<keyof OpsParts['probes'], 'ok' | 'failing'>;
}

async function stateOf(probe: Probe): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failing'>((resolve) => (timer = setTimeout(() => resolve('failing'), PROBE_MS)));
  const state = probe().then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
  const first = await Promise.race([state, late]);
  clearTimeout(timer);
  return first;
}
