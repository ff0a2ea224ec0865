import type { RequestHandler } from 'express';
import type { Ids, Log } from '../ports';
import { knownOf } from './route';

/** What metrics hear of each answer. */
export type OnAnswer = (answer: { method: string; route: string; status: number; seconds: number }) => void;

/**
 * Gives each request its id and writes one line when it has been answered: the route's pattern instead of the
 * address, because addresses hold ids, tokens and search words.
 */
export function requestLog(parts: { log: Log; ids: Ids; onAnswer?: OnAnswer }): RequestHandler {
  const { log, ids, onAnswer } = parts;
  return (req, res, next) => {
    const known = knownOf(req);
    const begun = process.hrtime.bigint();
    known.requestId = ids.next();
    res.setHeader('X-Request-ID', known.requestId);
    res.once('close', () => {
      const ms = Number(process.hrtime.bigint() - begun) / 1e6;
      const route = known.routePath ?? 'other';
      const status = res.writableEnded ? res.statusCode : 499;
      const actorId = known.actor?.id ?? known.machine?.id;
      log.info(
        {
          requestId: known.requestId,
          method: req.method,
          route,
          status,
          ms: Math.round(ms * 10) / 10,
          actorId,
        },
        'request',
      );
      onAnswer?.({ method: req.method, route, status, seconds: ms / 1000 });
    });
    next();
  };
}
