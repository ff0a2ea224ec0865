import type { Drain } from '../../http/drain';
import type { RouteSpec } from '../../http/route';

/** Each throws, or takes too long, when its part cannot work. */
export type Probes = Record<'database' | 'storage' | 'mail' | 'gateway', () => Promise<unknown>>;

const PROBE_MS = 3_000;
/** Without these the desk cannot work; mail and gateway catch up by themselves. */
const NEEDED = ['database', 'storage'] as const;

/** `/healthz` says that the process lives, `/readyz` whether it should get requests. */
export function healthRoutes({ probes, drain }: { probes: Probes; drain: Drain }): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      access: 'public',
      summary: 'The process lives',
      handler: (_req, res) => {
        res.json({ status: 'ok' });
      },
    },
    {
      method: 'get',
      path: '/readyz',
      access: 'public',
      summary: 'Parts that the desk needs',
      handler: async (_req, res) => {
        const [database, storage, mail, gateway] = await Promise.all([
          check(probes.database),
          check(probes.storage),
          check(probes.mail),
          check(probes.gateway),
        ]);
        const checks = { database, storage, mail, gateway };
        const ready = !drain.draining && NEEDED.every((name) => checks[name] === 'ok');
        res.status(ready ? 200 : 503).json({ checks, ...(drain.draining ? { draining: true } : {}) });
      },
    },
  ];
}

async function check(probe: () => Promise<unknown>): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failing'>((resolve) => {
    timer = setTimeout(() => {
      resolve('failing');
    }, PROBE_MS);
  });
  const asked = Promise.resolve()
    .then(probe)
    .then(
      () => 'ok' as const,
      () => 'failing' as const,
    );
  const first = await Promise.race([asked, late]);
  clearTimeout(timer);
  return first;
}
