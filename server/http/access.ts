import type { Request, RequestHandler } from 'express';
import { Forbidden } from '../domain/errors';
import { may } from '../domain/permissions';
import { NotSignedIn } from './http-errors';
import { knownOf, type Machine, type RouteSpec } from './route';

/** Finds the API token's owner; undefined when the token is unknown or revoked. */
export type FindMachine = (token: string) => Promise<Machine | undefined>;

/** Hears of each signed-in person who was refused, for the audit. */
export type OnRefusal = (req: Request, route: RouteSpec) => Promise<void>;

/** Lets a request pass only with what the route's `access` asks; whoever is not known gets 401, the others 403. */
export function accessGuard(
  route: RouteSpec,
  parts: { findMachine: FindMachine; onRefusal?: OnRefusal },
): RequestHandler {
  const { access } = route;
  if (access === 'public')
    return (_req, _res, next) => {
      next();
    };
  if (access === 'token') return machineGuard(parts.findMachine);
  return (req, _res, next) => {
    const { actor } = knownOf(req);
    if (!actor) throw new NotSignedIn('Sign in first');
    if (access === 'session' || may(actor.role, access)) {
      next();
      return;
    }
    const refusal = new Forbidden('Your role does not allow this', { permission: access });
    const noted = parts.onRefusal?.(req, route) ?? Promise.resolve();
    void noted.then(() => {
      next(refusal);
    }, next);
  };
}

function machineGuard(findMachine: FindMachine): RequestHandler {
  return async (req, _res, next) => {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(req.headers.authorization ?? '')?.[1];
    const machine = token === undefined ? undefined : await findMachine(token);
    if (!machine) throw new NotSignedIn('Send a valid API token as Authorization: Bearer');
    knownOf(req).machine = machine;
    next();
  };
}
