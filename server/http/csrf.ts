import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { CsrfRefused } from './http-errors';
import type { RouteSpec } from './route';

/** The token of the request's session, undefined without one. */
export type CsrfTokenOf = (req: Request) => string | undefined;

/**
 * Guards what changes something through a browser: a foreign `Origin` is refused, and where the route needs a
 * session the token that only our own pages know must come with it.
 *
 * @see security checklist A10; Origin is compared with PUBLIC_URL, never with Host (design §8b)
 */
export function csrfGuard(
  route: RouteSpec,
  parts: { publicUrl: string; csrfTokenOf: CsrfTokenOf },
): RequestHandler[] {
  const { method, path, access } = route;
  if (method === 'get' || !path.startsWith('/api') || access === 'token') return [];
  const isOwn = ownOrigins(parts.publicUrl);
  const origin: RequestHandler = (req, _res, next) => {
    const given = req.headers.origin;
    if (given !== undefined && !isOwn(given)) throw new CsrfRefused('The request comes from another origin');
    next();
  };
  const token: RequestHandler = (req, _res, next) => {
    const expected = parts.csrfTokenOf(req);
    const given = req.headers['x-csrf-token'];
    if (expected === undefined || typeof given !== 'string' || !isSame(given, expected)) {
      throw new CsrfRefused('X-CSRF-Token is missing or wrong; GET /api/session tells it');
    }
    next();
  };
  return access === 'public' ? [origin] : [origin, token];
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The origin of PUBLIC_URL; on loopback its other names too, for people type either. */
function ownOrigins(publicUrl: string): (origin: string) => boolean {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  const own = new Set([origin]);
  if (LOOPBACK.includes(hostname))
    for (const name of LOOPBACK) own.add(new URL(`${protocol}//${name}:${port}`).origin);
  return (given) => own.has(given);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
