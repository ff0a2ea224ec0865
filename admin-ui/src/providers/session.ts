import type { Role } from '../../../server/domain/permissions';

/** Who is signed in, as `GET /api/session` tells. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

export interface Session {
  user: SessionUser;
  /** Goes back with every change as `X-CSRF-Token`. */
  csrfToken: string;
}

let current: Session | null = null;
let loading: Promise<Session | null> | undefined;

/** The session as far as this page knows; null before the first answer and after signing out. */
export function knownSession(): Session | null {
  return current;
}

/** Sets what the server answered; null forgets everything. */
export function rememberSession(session: Session | null): void {
  current = session;
  loading = undefined;
}

/** Asks the server once and shares the answer between all who wait for it. */
export async function loadSession(): Promise<Session | null> {
  if (current) return current;
  loading ??= fetch('/api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as Session) : null))
    .then((session) => {
      current = session;
      return session;
    })
    .finally(() => {
      loading = undefined;
    });
  return loading;
}
