import { HttpError, type AuthProvider } from 'react-admin';
import { may, PERMISSIONS, type Permission, type Role } from '../../../server/domain/permissions';
import { call } from './http';
import { knownSession, loadSession, rememberSession, type Session } from './session';

/** react-admin's words for what a screen does, in the words of the table of rights. */
const ACTS: Record<string, string> = { list: 'read', show: 'read', export: 'read', delete: 'edit' };

/** Cookie session of our server; rights come from the one table that the server itself obeys. */
export const authProvider: AuthProvider = {
  login: async ({ email, password, code }: { email: string; password: string; code?: string }) => {
    const body = JSON.stringify({ email, password, code });
    const { json } = await call<Session>('/api/session', { method: 'POST', body });
    rememberSession(json);
  },
  logout: async () => {
    if (knownSession()) await call('/api/session', { method: 'DELETE' }).catch(forgetIfGone);
    rememberSession(null);
  },
  checkAuth: async () => {
    // `message: false` keeps the first visit silent: nobody needs to be told that they are not signed in yet.
    if (!(await loadSession())) throw Object.assign(new Error('signed out'), { message: false });
  },
  checkError: (error: unknown) => {
    if (!(error instanceof HttpError) || error.status !== 401) return Promise.resolve();
    rememberSession(null);
    return Promise.reject(error);
  },
  getIdentity: async () => {
    const session = await loadSession();
    if (!session) throw new Error('signed out');
    return { ...session.user, fullName: session.user.name };
  },
  getPermissions: async () => (await loadSession())?.user.role,
  canAccess: async ({ resource, action }) => {
    const role = (await loadSession())?.user.role;
    return role !== undefined && mayAct(role, resource, action);
  },
};

/** True when the role holds the right behind a screen's action; what the table does not name is nobody's. */
export function mayAct(role: Role, resource: string, action: string): boolean {
  const named = `${resource}.${action}`;
  const right = named in PERMISSIONS ? named : `${resource}.${ACTS[action] ?? action}`;
  if (right in PERMISSIONS) return may(role, right as Permission);
  // A resource without a right of its own to create is created by those who may edit it.
  return (
    action === 'create' && `${resource}.edit` in PERMISSIONS && may(role, `${resource}.edit` as Permission)
  );
}

function forgetIfGone(error: unknown): void {
  if (!(error instanceof HttpError) || error.status !== 401) throw error;
}
