import { HttpError } from 'react-admin';
import { withKnownWords } from './fieldErrors';
import { knownSession } from './session';

/** RFC 9457 body of the server, plus what our codes add to it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** Field name → message; react-admin shows each under its input. */
  errors?: Record<string, string>;
  /** On 409: the record as it is now. */
  current?: unknown;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: string;
  json: T;
}

/** Codes that have a sentence of their own in the catalogue (`app.problem.*`). */
export const KNOWN_PROBLEMS = [
  'stale-version',
  'illegal-move',
  'forbidden',
  'not-found',
  'over-refund',
  'approval-hash-mismatch',
  'checklist-open',
  'unsupported-file',
  'too-large',
  'unavailable',
  'invalid-input',
  'invalid-request',
] as const;

/**
 * One call to our server: session cookie, CSRF token on changes, JSON or multipart.
 *
 * @throws HttpError whose `body` is the problem (field errors in `body.errors`) and whose message is a key of
 * the catalogue where we know the code, so that the notice speaks the reader's language.
 */
export async function call<T>(path: string, options: RequestInit = {}): Promise<Answer<T>> {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  const method = options.method ?? 'GET';
  if (typeof options.body === 'string') headers.set('Content-Type', 'application/json');
  const token = knownSession()?.csrfToken;
  if (method !== 'GET' && token) headers.set('X-CSRF-Token', token);

  const answer = await fetch(path, { ...options, method, headers, credentials: 'same-origin' });
  const body = await answer.text();
  const json = parse(body);
  if (!answer.ok) throw new HttpError(messageOf(json, answer), answer.status, withKnownWords(json));
  return { status: answer.status, headers: answer.headers, body, json: json as T };
}

/** The stable code that ends the problem's `type`, or an empty string. */
export function problemCode(error: unknown): string {
  const type = error instanceof HttpError ? (error.body as Problem | undefined)?.type : undefined;
  return typeof type === 'string' && type.startsWith('/problems/') ? type.slice('/problems/'.length) : '';
}

function messageOf(json: unknown, answer: Response): string {
  const problem = json as Partial<Problem> | undefined;
  const code = typeof problem?.type === 'string' ? problem.type.slice('/problems/'.length) : '';
  if ((KNOWN_PROBLEMS as readonly string[]).includes(code)) return `app.problem.${code}`;
  if (answer.status >= 500) return 'app.problem.server';
  return problem?.detail ?? problem?.title ?? (answer.statusText || `HTTP ${String(answer.status)}`);
}

function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // A proxy's HTML page is no answer of ours; its text helps nobody on the screen.
    return undefined;
  }
}
