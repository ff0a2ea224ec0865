import pino from 'pino';
import type { Log } from '../../ports';

/** Names whose values never belong in a log, wherever they stand; callers should not pass them at all. */
const SECRET = [
  'password',
  'authorization',
  'cookie',
  'token',
  'apiSecret',
  'email',
  'phone',
  'name',
  'iin',
  'text',
];

/** One JSON line an event on stdout; outside text is escaped by JSON, so it cannot forge a line. */
export function pinoLog(level: string): Log {
  const logger = pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET.flatMap((name) => [name, `*.${name}`]).filter((path) => path !== 'cause.name'),
      censor: '[redacted]',
    },
  });
  return {
    info: (fields, message) => {
      logger.info(fields, message);
    },
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      logger.error(fields, message);
    },
  };
}
