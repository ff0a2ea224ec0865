import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { knownOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { DatabaseSessionStore } from './session-store';
import { UserEntity } from './user.entity';

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
    proxy: secure ? true : undefined,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });

  return {
    identify: (req, res, next) => {
      const then = (error?: unknown) => {
        if (error !== undefined && error !== null) {
          next(error);
          return;
        }
        findActor(parts.uow, req).then(() => next(), next);
      };
      // Without a cookie there is nothing to read, and nothing to write.
      void read(req, res, then);
    },
    csrfTokenOf: (req) => req.session.csrfToken,
  };
}

/** A person who was switched off, or whose role changed, is seen so at the very next request (A8, Z5). */
async function findActor(uow: UnitOfWork, req: Request): Promise<void> {
  const { userId } = req.session;
  if (!userId) return;
  const user = await uow.read((tx) => tx.findOneBy(UserEntity, { id: userId }));
  if (user?.active) knownOf(req).actor = { id: user.id, role: user.role, name: user.name };
}
