import express, { type Express, type RequestHandler } from 'express';
import { NotFound } from '../domain/errors';
import type { Ids, Log } from '../ports';
import type { FindMachine, OnRefusal } from './access';
import type { CsrfTokenOf } from './csrf';
import { MethodNotAllowed } from './http-errors';
import { mountRoutes } from './mount-routes';
import { problemHandler } from './problem';
import { type OnAnswer, requestLog } from './request-log';
import type { RouteSpec } from './route';
import { dataHeaders, makePageNonce, pageHeaders } from './security-headers';
import { staticUi } from './static-ui';

export interface AppParts {
  /** All routes of the product; there are no others. */
  routes: readonly RouteSpec[];
  log: Log;
  ids: Ids;
  /** Where people open the desk; origins are compared with it. */
  publicUrl: string;
  /** Addresses of the proxies in front, comma-separated as express reads them; '' trusts nobody. */
  trustProxy: string;
  /** Session → actor, and its CSRF token (`openSessions` of features/users). */
  sessions: { identify: RequestHandler; csrfTokenOf: CsrfTokenOf };
  /** Owner of an API token (`makeFindMachine` of features/users). */
  findMachine: FindMachine;
  /** Writes the audit event of a refused right (`makeAuditRefusal` of features/users). */
  onRefusal?: OnRefusal;
  /** Counts answers for `/metrics` (`createMetrics` of features/ops). */
  onAnswer?: OnAnswer;
  /** Built screens, such as `dist/admin-ui`; null serves none. */
  uiFolder: string | null;
  /** Further addresses of built pages, such as `/apply` → `/public-pages/apply.html`. */
  pages?: Record<string, string>;
}

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The whole HTTP face of the product: routes as data, screens from memory, every refusal as a problem. */
export function buildApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', parts.trustProxy === '' ? false : parts.trustProxy);
  app.set('case sensitive routing', true);

  app.use(requestLog(parts));
  app.use(['/api', '/webhooks', '/healthz', '/readyz', '/metrics'], dataHeaders(), (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(refuseOddMethods);
  mountRoutes(app, { ...parts, ...parts.sessions });
  app.use(['/api', '/webhooks'], (): never => {
    throw new NotFound('There is no such address');
  });

  app.use(
    makePageNonce(() => parts.ids.token(16)),
    pageHeaders(),
  );
  if (parts.uiFolder !== null) app.use(staticUi(parts.uiFolder, { '/': '/index.html', ...parts.pages }));
  app.use((): never => {
    throw new NotFound('There is no such address');
  });
  app.use(problemHandler(parts.log));
  return app;
}

/** TRACE would read cookies back to a script; whatever is not HTTP's everyday is refused everywhere. */
const refuseOddMethods: RequestHandler = (req, res, next) => {
  if (!KNOWN_METHODS.has(req.method)) {
    res.setHeader('Allow', [...KNOWN_METHODS].join(', '));
    throw new MethodNotAllowed(`${req.method} is not possible here`);
  }
  next();
};
