import { HttpError } from 'react-admin';
import { changedFields, dataProvider } from './dataProvider';
import { call } from './http';
import { rememberSession } from './session';

interface Sent {
  url: string;
  options: RequestInit;
}
let sent: Sent[];

function answerWith(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  sent = [];
  globalThis.fetch = (url, options = {}) => {
    sent.push({ url: url as string, options });
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status, headers }));
  };
}
const bodyOf = (index = 0) => JSON.parse(sent[index]!.options.body as string) as Record<string, unknown>;
const headerOf = (name: string) => new Headers(sent[0]!.options.headers).get(name);

beforeEach(() => {
  rememberSession({
    user: { id: 'me', name: 'A', email: 'a@umami.kz', role: 'reviewer' },
    csrfToken: 'token',
  });
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'uuid', configurable: true });
});

it('asks for a tab of the queue by the filter that the server knows', async () => {
  answerWith([], 200, { 'Content-Range': 'claims */0' });

  await dataProvider.getList('claims', {
    filter: { view: 'mine', kind: 'other' },
    pagination: { page: 1, perPage: 25 },
    sort: { field: 'dueAt', order: 'ASC' },
  });

  const filter = JSON.parse(new URL(sent[0]!.url, 'http://desk').searchParams.get('filter')!) as object;
  expect(filter).toMatchObject({ assigneeId: 'me', kind: 'other' });
  expect(filter).not.toHaveProperty('view');
});

it('sends only what changed, with the version that was on screen', async () => {
  answerWith({ id: 'c', version: 4 });
  const before = { id: 'c', version: 3, kind: 'other', language: 'kk', lines: [{ id: 'l' }] };

  await dataProvider.update('claims', { id: 'c', previousData: before, data: { ...before, language: 'ru' } });

  expect(sent[0]!.options.method).toBe('PUT');
  expect(bodyOf()).toEqual({ language: 'ru', version: 3 });
  expect(headerOf('X-CSRF-Token')).toBe('token');
});

it('gives every verb the version and a command id', async () => {
  answerWith({ id: 'c', version: 4 });

  await dataProvider.approve({ id: 'c', version: 3 }, 'hash');

  expect(sent[0]!.url).toBe('/api/claims/c/approve');
  expect(bodyOf()).toEqual({ version: 3, commandId: 'uuid', proposalHash: 'hash' });
});

it('knows that nobody waits when the server answers 204', async () => {
  answerWith(null, 204);
  expect(await dataProvider.nextClaim()).toBeNull();
});

it('sends files as parts beside version and command', async () => {
  answerWith({ id: 'c' });

  await dataProvider.addDocuments({ id: 'c', version: 3 }, [new File(['%PDF'], 'Өтініш.pdf')]);

  const form = sent[0]!.options.body as FormData;
  expect([form.get('version'), form.get('commandId')]).toEqual(['3', 'uuid']);
  expect(headerOf('Content-Type')).toBeNull();
});

it('turns a problem into an error with its field messages and words of the catalogue', async () => {
  answerWith({ type: '/problems/invalid-input', title: 'x', status: 422, errors: { email: 'bad' } }, 422);

  const error = await call('/api/claims').catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(HttpError);
  expect(error).toMatchObject({
    status: 422,
    message: 'app.problem.invalid-input',
    body: { errors: { email: 'bad' } },
  });
});

it('does not show the page of a broken proxy to anybody', async () => {
  sent = [];
  globalThis.fetch = () => Promise.resolve(new Response('<html>502</html>', { status: 502 }));
  await expect(call('/api/claims')).rejects.toMatchObject({ message: 'app.problem.server' });
});

it('compares fields as they would be sent', () => {
  expect(changedFields({ a: [1], b: 1 }, { a: [1], b: 2, c: null })).toEqual({ b: 2, c: null });
});
