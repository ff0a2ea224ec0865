import type { ErrorRequestHandler } from 'express';
import { QueryFailedError } from 'typeorm';
import { ZodError } from 'zod';
import { DomainError, faultOf } from '../domain/errors';
import type { Log } from '../ports';
import { requestIdOf } from './route';

/** RFC 9457. Extra members come from `DomainError.details`; `errors` names fields for the forms. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: Record<string, string>;
  [extra: string]: unknown;
}

const STATUS: Record<string, number> = {
  'not-found': 404,
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'bad-signature': 401,
  forbidden: 403,
  'csrf-token': 403,
  'method-not-allowed': 405,
  'stale-version': 409,
  'illegal-move': 409,
  'over-refund': 409,
  'approval-hash-mismatch': 409,
  'checklist-open': 409,
  'command-reused': 409,
  'payouts-stopped': 409,
  'too-large': 413,
  'unsupported-file': 415,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  unreadable: 400,
  'too-many-requests': 429,
  unavailable: 503,
};

/** Problem for anything thrown. An error nobody foresaw keeps its text to itself. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    const { code, name: title, message: detail, details } = error;
    return { ...details, type: `/problems/${code}`, title, status: STATUS[code] ?? 422, detail };
  }
  if (error instanceof ZodError) {
    const errors = Object.fromEntries(
      error.issues.map((issue) => [issue.path.join('.') || fieldOfUnknown(issue), issue.message]),
    );
    return {
      type: '/problems/invalid-input',
      title: 'InvalidInput',
      status: 422,
      detail: Object.entries(errors)
        .map(([field, text]) => `${field}: ${text}`)
        .join('; '),
      errors,
    };
  }
  const refused = refusedByPostgres(error);
  if (refused) return refused;
  const http = asHttpError(error);
  if (http) return http;
  return { type: 'about:blank', title: 'Internal Server Error', status: 500 };
}

function fieldOfUnknown(issue: { code?: string; keys?: unknown }): string {
  return issue.code === 'unrecognized_keys' && Array.isArray(issue.keys) ? issue.keys.join(',') : 'body';
}

/** What PostgreSQL refuses though a schema let it pass; SQLite takes both, so schemas should be the first to speak. */
function refusedByPostgres(error: unknown): Problem | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  switch ((error.driverError as { code?: string }).code) {
    case '22021':
      return {
        type: '/problems/unreadable',
        title: 'Unreadable',
        status: 400,
        detail: 'The text holds a NUL character',
      };
    case '22003':
      return {
        type: '/problems/invalid-input',
        title: 'InvalidInput',
        status: 422,
        detail: 'A number is out of range',
      };
    default:
      return undefined;
  }
}

const HTTP_CODES: Record<number, string> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** Errors of express and its parsers carry a status and say whether their text may be shown. */
function asHttpError(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, expose } = error as Error & { status?: unknown; expose?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const code = HTTP_CODES[status] ?? 'unreadable';
  return {
    type: `/problems/${code}`,
    title: error.name,
    status,
    detail: expose === true ? error.message : undefined,
  };
}

/** Last in the chain: logs what is ours to mend and answers `application/problem+json`. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      log.error(
        { requestId: requestIdOf(req), method: req.method, status: problem.status, cause: faultOf(error) },
        'request failed',
      );
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    if (typeof problem.retryAfterSeconds === 'number')
      res.setHeader('Retry-After', problem.retryAfterSeconds);
    res
      .status(problem.status)
      .type('application/problem+json')
      .json({ ...problem, requestId: requestIdOf(req) });
  };
}
