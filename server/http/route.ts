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
  /** Status of success; 200 when left out. */
  status?: number;
  /** Middleware that must run before the handler, such as the multipart parser. */
  before?: RequestHandler[];
  handler: (req: Request, res: Response, next: NextFunction) => Promise<void> | void;
}

/** The signed-in person; routes with `access: 'public'` must not ask. */
export function actorOf(req: Request): Actor {
  const { actor } = req as Request & { actor?: Actor };
  if (!actor) throw new Error(`No actor on ${req.method} ${req.path}`);
  return actor;
}

/** Id of the request, on every log line and audit event of it. */
export function requestIdOf(req: Request): string {
  return (req as Request & { requestId?: string }).requestId ?? '';
}

/** Where and by whom, for audit events. */
export function originOf(req: Request): { actorId: string; requestId: string; address: string } {
  return { actorId: actorOf(req).id, requestId: requestIdOf(req), address: req.ip ?? '' };
}
