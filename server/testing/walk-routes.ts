import request from 'supertest';
import { randomIds } from '../adapters/ids/random-ids';
import { ROLES } from '../domain/permissions';
import { buildApp } from '../http/app';
import { nameOf } from '../http/mount-routes';
import { knownOf, type RouteSpec } from '../http/route';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TOKEN = 'a-token-of-twenty-signs';
const PASSED = 299;

/**
 * Calls every route without a session, with an API token and as each role, through the real guards and with
 * handlers that only answer. Gives who got through, in the words of the access table.
 */
export async function walkRoutes(routes: readonly RouteSpec[]): Promise<Record<string, string>> {
  const app = buildApp({
    routes: routes.map((route) => ({
      ...route,
      before: [],
      bodyType: 'own' as const,
      handler: (_req, res) => void res.status(PASSED).end(),
    })),
    log: SILENT,
    ids: randomIds,
    publicUrl: 'http://localhost:3000',
    trustProxy: '',
    sessions: {
      identify: (req, _res, next) => {
        const role = ROLES.find((each) => each === req.headers['x-role']);
        if (role) knownOf(req).actor = { id: role, role, name: role };
        next();
      },
      csrfTokenOf: () => 'token',
    },
    findMachine: (token) => Promise.resolve(token === TOKEN ? { id: 'shop', name: 'shop' } : undefined),
    uiFolder: null,
  });
  const passes = async (route: RouteSpec, headers: Record<string, string>): Promise<boolean> => {
    const path = route.path.replace(/:\w+/g, '1');
    const agent = request(app);
    const { status } = await agent[route.method](path).set({ 'x-csrf-token': 'token', ...headers });
    if (![PASSED, 401, 403].includes(status)) throw new Error(`${nameOf(route)} answered ${String(status)}`);
    return status === PASSED;
  };

  const found: Record<string, string> = {};
  for (const route of routes) {
    const isPublic = await passes(route, {});
    const roles: string[] = [];
    for (const role of ROLES) if (await passes(route, { 'x-role': role })) roles.push(role);
    const byToken = await passes(route, { authorization: `Bearer ${TOKEN}` });
    const byRole = roles.length === ROLES.length ? 'staff' : roles.join(' ');
    found[nameOf(route)] = isPublic ? 'public' : byToken ? 'token' : byRole;
  }
  return found;
}
