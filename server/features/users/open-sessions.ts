import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { knownOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { DatabaseSessionStore } from './session-store';

export interface Sessions {
  identify: RequestHandler;
  csrfTokenOf: (req: Request) => string | undefined;
}

/**
 * Session and person of a request. The cookie is `__Host-qaitarym`, Secure, under https; plain http is for the
 * loopback address alone and has a name of its own (checklist A7).
 */
export function openSessions(parts: {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  publicUrl: string;
  /** Signs the cookie; any instance must know the same. */
  secret: string;
}): Sessions {
  const secure = parts.publicUrl.startsWith('https:');
  const read = session({
    name: secure ? '__Host-qaitarym' : 'qaitarym',
    secret: parts.secret,
    store: new DatabaseSessionStore(parts.uow, parts.clock),
    genid: () => parts.ids.token(32),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });

  return {
    identify: (req, res, next) => {
      // The cookie is for PUBLIC_URL alone; what a proxy says of the scheme changes nothing.
      if (secure) Object.defineProperty(req, 'secure', { value: true });
      void read(req, res, (error?: unknown) => {
        if (error === undefined || error === null) knownOf(req).actor = req.session.actor;
        next(error);
      });
    },
    csrfTokenOf: (req) => req.session.csrfToken,
  };
}
