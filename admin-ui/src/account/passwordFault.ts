import { HttpError } from 'react-admin';

/** Which field of a password form a refusal names, and the words for it. */
export interface PasswordFault {
  field: 'current' | 'password' | 'token' | null;
  /** Key of the catalogue. */
  text: string;
}

const PROBLEMS = ['short', 'long', 'common', 'repeats'];

/** Why a password was not set: the link, the present password, the new one, or something else. */
export function passwordFault(error: unknown): PasswordFault {
  if (!(error instanceof HttpError)) return { field: null, text: 'app.login.unreachable' };
  const problem = error.body as { passwordProblem?: string; errors?: Record<string, string> } | undefined;
  const why = problem?.passwordProblem;
  if (why !== undefined && PROBLEMS.includes(why)) return { field: 'password', text: `account.bad.${why}` };
  if (problem?.errors?.current !== undefined) return { field: 'current', text: 'account.bad.current' };
  if (problem?.errors?.token !== undefined) return { field: 'token', text: 'app.setPassword.expired' };
  if (error.status === 429) return { field: null, text: 'app.login.throttled' };
  if (error.status === 401) return { field: null, text: 'account.signedOut' };
  return { field: null, text: error.status >= 500 ? 'app.login.unreachable' : error.message };
}
