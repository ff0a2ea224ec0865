import type { Express, RequestHandler } from 'express';
import { accessGuard, type FindMachine, type OnRefusal } from './access';
import { bodyReaders } from './body';
import { csrfGuard, type CsrfTokenOf } from './csrf';
import { MethodNotAllowed, Unreadable } from './http-errors';
import { knownOf, type RouteSpec } from './route';
import { assertStorableText } from './storable';

export interface MountParts {
  routes: readonly RouteSpec[];
  /** Puts the session's person on the request. */
  identify: RequestHandler;
  csrfTokenOf: CsrfTokenOf;
  findMachine: FindMachine;
  onRefusal?: OnRefusal;
  publicUrl: string;
}

/**
 * Mounts each line: readable address, who is it, may they, is it their own page, body, handler. Other methods of
 * a known path get 405. Fixed paths come before those with parameters, whatever order features are composed in.
 *
 * @throws Error when two lines claim the same method and path
 */
export function mountRoutes(app: Express, parts: MountParts): void {
  const byPath = new Map<string, RouteSpec[]>();
  for (const route of parts.routes) {
    const known = byPath.get(route.path) ?? [];
    if (known.some(({ method }) => method === route.method))
      throw new Error(`Two routes for ${nameOf(route)}`);
    byPath.set(route.path, [...known, route]);
  }
  for (const path of [...byPath.keys()].sort(fixedFirst)) {
    const routes = byPath.get(path) ?? [];
    for (const route of routes) {
      app[route.method](
        path,
        readableAddress(route),
        ...(route.access === 'token' || !path.startsWith('/api') ? [] : [parts.identify]),
        accessGuard(route, parts),
        ...csrfGuard(route, parts),
        ...bodyReaders(route),
        ...(route.before ?? []),
        route.handler,
      );
    }
    app.all(path, refuseMethod(routes));
  }
}

/** `GET /api/claims/:id` */
export function nameOf({ method, path }: Pick<RouteSpec, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Sort order in which `/claims/next` precedes `/claims/:id`. */
function fixedFirst(a: string, b: string): number {
  const key = (path: string) => path.split('/').map((part) => (/^[:*{]/.test(part) ? `\uffff${part}` : part));
  const [left, right] = [key(a), key(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [l = '', r = ''] = [left[i], right[i]];
    if (l !== r) return l < r ? -1 : 1;
  }
  return left.length - right.length;
}

/** Both databases must see the same text: broken UTF-8 and NUL end here, before anybody looks anything up. */
function readableAddress(route: RouteSpec): RequestHandler {
  return (req, _res, next) => {
    knownOf(req).routePath = route.path;
    for (const value of Object.values(req.params)) assertStorableText(String(value));
    const query = req.url.indexOf('?');
    if (query >= 0) assertStorableText(decoded(req.url.slice(query + 1)));
    next();
  };
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    throw new Unreadable('The query is not percent-encoded UTF-8');
  }
}

function refuseMethod(routes: RouteSpec[]): RequestHandler {
  const methods = routes.flatMap(({ method }) =>
    method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  );
  return (req, res) => {
    res.setHeader('Allow', methods.join(', '));
    throw new MethodNotAllowed(`${req.method} is not possible here; ${methods.join(', ')} is`);
  };
}
