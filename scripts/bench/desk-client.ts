import { type Answer, type Call, httpClient } from './http-client';
import { PASSWORD } from './processes';

/** A signed-in browser of the product. */
export interface DeskClient {
  get(path: string): Promise<Answer>;
  send(path: string, call: Call): Promise<Answer>;
  /** Rows and total of a list. */
  list(resource: string, query: ListQuery): Promise<{ rows: { id: string }[]; total: number }>;
  close(): void;
}

export interface ListQuery {
  filter?: Record<string, unknown>;
  range?: [number, number];
  sort?: [string, 'ASC' | 'DESC'];
}

export async function signIn(url: string, email = 'manager@umami.kz'): Promise<DeskClient> {
  const http = httpClient(url);
  const answer = await http.ok('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const { csrfToken } = JSON.parse(answer.body.toString()) as { csrfToken: string };
  const get = (path: string) => http.ok(path, { headers: { cookie } });
  return {
    get,
    send: (path, call) =>
      http.ok(path, { ...call, headers: { ...call.headers, cookie, 'x-csrf-token': csrfToken } }),
    async list(resource, query) {
      const found = await get(listPath(resource, query));
      const total = Number(/\/(\d+)$/.exec(String(found.headers['content-range']))?.[1]);
      return { rows: JSON.parse(found.body.toString()) as { id: string }[], total };
    },
    close: http.close,
  };
}

export function listPath(resource: string, { filter = {}, range = [0, 24], sort }: ListQuery): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify(range) });
  if (sort) query.set('sort', JSON.stringify(sort));
  return `/api/${resource}?${query.toString()}`;
}
