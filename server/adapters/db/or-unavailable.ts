import { QueryFailedError } from 'typeorm';
import { Unavailable } from '../../domain/errors';

/** The disk, memory or file lock refused; nothing is wrong with the request. */
const SQLITE_AWAY = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|NOMEM|PROTOCOL)/;
/**
 * PostgreSQL: connection trouble (08), resources (53), shutdown and start (57P), a server that only reads (25006);
 * and the system's own words for a host that does not answer.
 */
const POSTGRES_AWAY =
  /^(08...|53...|57P0[1-5]|25006|ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Errors of pg and TypeORM without a code: the connection went away under a query. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query runner already released)/;

/**
 * Runs database work; when the database itself cannot work now, the caller hears `Unavailable` (503 for a browser,
 * "try again later" for a mail server) instead of a fault of ours.
 */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = whyAway(error);
    if (reason === undefined) throw error;
    throw new Unavailable('The database cannot work now; nothing was changed', { part: 'database', reason });
  }
}

function whyAway(error: unknown): string | undefined {
  const inner: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(inner instanceof Error) && !hasCode(inner)) return undefined;
  const { code, message } = inner as { code?: unknown; message?: string };
  if (typeof code === 'string' && (SQLITE_AWAY.test(code) || POSTGRES_AWAY.test(code))) return code;
  return CONNECTION_LOST.test(message ?? '') ? 'CONNECTION_LOST' : undefined;
}

function hasCode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value;
}
