import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Permission, Role } from '../domain/permissions';

/** Who asks. The system itself has no actor. */
export interface Actor {
  id: string;
  role: Role;
  name: string;
}

/**
 * One route. `access` is a right of the permission table, `session` for anybody signed in, `token` for
 * machines with an API token, `public` for the rest. Routes exist only as such lines: the walk over
 * every route and role, and the OpenAPI page, read them.
 */
export interface RouteSpec {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Express path from the root, such as `/api/claims/:id`. */
  path: string;
  access: Permission | 'session' | 'token' | 'public';
  /** One line for the API page. */
  summary: string;
  body?: z.ZodType;
  query?: z.ZodType;
  /** The body is `multipart/form-data`; `body` then describes its part of JSON. */
  multipart?: boolean;
  /** `own`: a parser in `before` reads the body; otherwise JSON, and raw bytes for `/webhooks`. */
  bodyType?: 'own';
  /** Status of success; 200 when left out. */
  status?: number;
  /** Middleware that must run before the handler, such as the multipart parser. */
  before?: RequestHandler[];
  handler: (req: Request, res: Response, next: NextFunction) => Promise<void> | void;
}

/** A program that came with an API token. */
export interface Machine {
  id: string;
  name: string;
}

/** What the middleware knows about a request; kept beside express's own fields. */
interface Known {
  actor?: Actor;
  machine?: Machine;
  requestId?: string;
  /** Pattern of the matched route, for logs and metrics: it holds no token and no id. */
  routePath?: string;
}

/** Facts of the request that only middleware writes. */
export function knownOf(req: Request): Known {
  return req as Request & Known;
}

/** The signed-in person; routes with `access: 'public'` must not ask. */
export function actorOf(req: Request): Actor {
  const { actor } = knownOf(req);
  if (!actor) throw new Error(`No actor on ${req.method} ${req.path}`);
  return actor;
}

/** Id of the request, on every log line and audit event of it. */
export function requestIdOf(req: Request): string {
  return knownOf(req).requestId ?? '';
}

/** Where and by whom (person or API token), for audit events. */
export function originOf(req: Request): { actorId: string; requestId: string; address: string } {
  const { id } = knownOf(req).machine ?? actorOf(req);
  return { actorId: id, requestId: requestIdOf(req), address: addressOf(req) };
}

/** Address of the caller as `trust proxy` reads it. */
export function addressOf(req: Request): string {
  return (req.ip ?? '').slice(0, 64);
}
