import request from 'supertest';
import { openPlatformApp, PASSWORD, type PlatformApp } from '../../testing/platform-app';
import { AuditEventEntity } from '../audit';
import { SessionEntity } from './user.entity';

let desk: PlatformApp;

beforeEach(async () => {
  desk = await openPlatformApp();
});
afterEach(() => desk.close());

const HOUR = 3_600_000;

describe('signing in', () => {
  it('gives a session by cookie, and says who it is', async () => {
    const answer = await desk.trySignIn(' Manager@umami.kz');

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { name: 'manager', role: 'manager', language: 'kk' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|passwordHash/);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^qaitarym=.*HttpOnly; SameSite=(Lax|Strict)$/);
    const me = await (await desk.signIn('manager')).get('/api/session');
    expect(me.body).toMatchObject({ user: { email: 'manager@umami.kz' } });
  });

  it('answers a wrong password and an unknown user alike', async () => {
    const wrong = await desk.trySignIn('manager@umami.kz', 'not the password');
    const unknown = await desk.trySignIn('nobody@umami.kz', 'not the password');
    const plain = ({ status, body }: typeof wrong) => ({
      status,
      body: { ...(body as object), requestId: '' },
    });

    expect(wrong.status).toBe(401);
    expect(plain(unknown)).toEqual(plain(wrong));
  });

  it('under https the cookie is __Host- and Secure whatever a proxy says', async () => {
    const https = await openPlatformApp('https://desk.umami.kz');
    const answer = await https.trySignIn('manager@umami.kz');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-qaitarym=.*Secure/);
    await https.close();
  });

  it('keeps only a hash of the session id, and changes the id at each sign-in', async () => {
    const first = await desk.signIn('manager');
    const again = await request(desk.app)
      .post('/api/session')
      .set('cookie', first.cookie)
      .send({ email: 'manager@umami.kz', password: PASSWORD });
    expect(again.headers['set-cookie']?.[0]).not.toContain(first.cookie);
    expect((await first.get('/api/session')).status).toBe(401);
    const rows = await desk.uow.read((tx) => tx.find(SessionEntity));
    const id =
      decodeURIComponent(first.cookie)
        .replace(/^qaitarym=s:/, '')
        .split('.')[0] ?? '';
    expect(id.length).toBeGreaterThan(30);
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('slows down whoever guesses, and lets the right password in after the delay', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1)
      statuses.push((await desk.trySignIn('admin@umami.kz', `guess ${i} of many`)).status);
    expect(statuses).toContain(429);
    expect((await desk.trySignIn('admin@umami.kz')).status).toBe(429);
    desk.clock.at += 16 * 60_000;
    expect((await desk.trySignIn('admin@umami.kz')).status).toBe(200);
  });

  it('counts tries that come at once', async () => {
    const tries = Array.from({ length: 12 }, () =>
      desk.trySignIn('admin@umami.kz', 'a burst of guesses').then((r) => r.status),
    );
    expect((await Promise.all(tries)).filter((status) => status === 429).length).toBeGreaterThan(4);
  });

  it('writes who came and who was refused', async () => {
    await desk.signIn('manager');
    await desk.trySignIn('manager@umami.kz', 'not the password');
    const events = await desk.uow.read((tx) => tx.find(AuditEventEntity, { order: { id: 'ASC' } }));
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.signed_in', 'user.sign_in_refused']),
    );
    expect(desk.logged.join()).not.toMatch(/manager@umami|not the password|tulpar/);
  });
});

describe('a session', () => {
  it('ends after eight idle hours, and after a day in any case', async () => {
    const idle = await desk.signIn('manager');
    desk.clock.at += 8 * HOUR + 1;
    expect((await idle.get('/api/session')).status).toBe(401);

    const busy = await desk.signIn('manager');
    for (let hour = 0; hour < 23; hour += 1) {
      desk.clock.at += HOUR;
      expect((await busy.get('/api/session')).status).toBe(200);
    }
    desk.clock.at += HOUR + 1;
    expect((await busy.get('/api/session')).status).toBe(401);
  });

  it('ends with signing out', async () => {
    const session = await desk.signIn('manager');
    expect((await session.delete('/api/session')).status).toBe(204);
    expect((await session.get('/api/session')).status).toBe(401);
  });

  it.each([{ active: false }, { role: 'auditor' }])('ends at the next request after %j', async (change) => {
    const theirs = await desk.signIn('reviewer');
    const admin = await desk.signIn('admin');
    const path = `/api/users/${desk.userId('reviewer')}`;
    expect((await admin.put(path).send({ version: 1, ...change })).status).toBe(200);
    expect((await theirs.get('/api/session')).status).toBe(401);
  });

  it('needs its token for changes, and its own origin', async () => {
    const { cookie, csrfToken } = await desk.signIn('manager');
    const out = () => request(desk.app).delete('/api/session').set('cookie', cookie);
    expect((await out()).status).toBe(403);
    expect((await out().set('x-csrf-token', 'x'.repeat(csrfToken.length))).status).toBe(403);
    const foreign = { 'x-csrf-token': csrfToken, origin: 'https://evil.example' };
    expect((await out().set(foreign)).status).toBe(403);
    expect((await out().set({ ...foreign, origin: 'http://localhost:3000' })).status).toBe(204);
  });
});

describe('accounts', () => {
  it('an invitation link sets the password once, within the rules', async () => {
    const admin = await desk.signIn('admin');
    const invited = await admin
      .post('/api/users')
      .send({ email: 'new@umami.kz', name: 'Ғ', role: 'reviewer' });
    expect(invited.status).toBe(201);
    const token = desk.mails[0]?.link.split('/').at(-1) ?? '';
    const set = (password: string) => request(desk.app).post('/api/password/set').send({ token, password });

    for (const bad of ['short', 'passwordpassword', 'qaitarymqaitarym', 'x'.repeat(129), 'aaaaaaaaaaaaaa']) {
      expect((await set(bad)).status).toBe(422);
    }
    expect((await set('жеті жұлдыз жарық')).status).toBe(204);
    expect((await set('жеті жұлдыз жарық')).status).toBe(422);
    expect((await desk.trySignIn('new@umami.kz', 'жеті жұлдыз жарық')).status).toBe(200);
  });

  it('a forgotten password answers the same for anybody, and a new one ends all sessions', async () => {
    const theirs = await desk.signIn('manager');
    for (const email of ['manager@umami.kz', 'nobody@umami.kz']) {
      expect((await request(desk.app).post('/api/password/forgot').send({ email })).status).toBe(202);
    }
    expect(desk.mails).toHaveLength(1);
    const token = desk.mails[0]?.link.split('/').at(-1);
    await request(desk.app).post('/api/password/set').send({ token, password: 'бес саусақ бірдей емес' });
    expect((await theirs.get('/api/session')).status).toBe(401);
  });

  it('who asks for links again and again fills no mailbox, and is told to wait at last', async () => {
    const forgot = (email: string) => request(desk.app).post('/api/password/forgot').send({ email });
    for (let i = 0; i < 8; i += 1) expect((await forgot('manager@umami.kz')).status).toBe(202);
    expect(desk.mails.length).toBe(3);
    desk.clock.at += 16 * 60_000;
    expect((await forgot('manager@umami.kz')).status).toBe(202);
    expect(desk.mails.length).toBe(4);

    const statuses: number[] = [];
    for (let i = 0; i < 30; i += 1) statuses.push((await forgot(`nobody${String(i)}@umami.kz`)).status);
    expect(statuses).toContain(429);
  });

  it('keeps one administrator, and nobody changes their own rights', async () => {
    const admin = await desk.signIn('admin');
    const path = `/api/users/${desk.userId('admin')}`;
    expect((await admin.put(path).send({ version: 1, role: 'reviewer' })).status).toBe(403);
    expect((await admin.put(path).send({ version: 1, active: false })).status).toBe(403);
  });

  it('refuses a stale version and fields nobody may write', async () => {
    const admin = await desk.signIn('admin');
    const path = `/api/users/${desk.userId('manager')}`;
    expect((await admin.put(path).send({ version: 9, name: 'x' })).status).toBe(409);
    expect((await admin.put(path).send({ version: 1, passwordHash: 'x' })).status).toBe(422);
    const proto = await admin
      .put(path)
      .set('content-type', 'application/json')
      .send('{"version":1,"__proto__":{"a":1}}');
    expect(proto.status).toBe(422);
  });

  it('an API token is shown once and ends when revoked', async () => {
    const admin = await desk.signIn('admin');
    const made = await admin.post('/api/api-tokens').send({ name: 'shop' });
    const { id, token } = made.body as { id: string; token: string };
    expect(made.status).toBe(201);
    expect(JSON.stringify((await admin.get('/api/api-tokens')).body)).not.toContain(token);
    expect((await admin.delete(`/api/api-tokens/${id}`)).status).toBe(204);
    expect((await admin.get('/api/api-tokens')).body).toEqual([]);
  });
});

describe('the own account', () => {
  const FRESH = 'жеті жұлдыз жарық';

  it('changes its password for whoever knows the present one, and ends the other sessions', async () => {
    const elsewhere = await desk.signIn('manager');
    const here = await desk.signIn('manager');
    const change = (current: string, password: string) =>
      here.post('/api/account/password').send({ current, password });

    const wrong = await change('not the password', FRESH);
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: { current: 'is wrong' } }]);
    const short = await change(PASSWORD, 'short');
    expect([short.status, short.body]).toMatchObject([422, { passwordProblem: 'short' }]);
    expect((await change(PASSWORD, FRESH)).status).toBe(204);

    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await desk.trySignIn('manager@umami.kz')).status).toBe(401);
    expect((await desk.trySignIn('manager@umami.kz', FRESH)).status).toBe(200);
  });

  it('slows down who guesses the present password at an open desk, and nobody else', async () => {
    const here = await desk.signIn('manager');
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const guess = { current: `guess ${i} of many`, password: FRESH };
      statuses.push((await here.post('/api/account/password').send(guess)).status);
    }
    expect(statuses).toContain(429);
    expect((await desk.trySignIn('manager@umami.kz')).status).toBe(200);
  });

  it('lists where one is signed in and ends one, or all but this', async () => {
    const first = await desk.signIn('manager');
    const second = await desk.signIn('manager');
    const here = await desk.signIn('manager');
    const list = async () =>
      (await here.get('/api/account/sessions')).body as { id: string; current: boolean; address: string }[];

    const sessions = await list();
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]?.address).toMatch(/127\.0\.0\.1/);
    expect(JSON.stringify(sessions)).not.toContain(here.csrfToken);

    const other = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await here.delete(`/api/account/sessions/${other}`)).status).toBe(204);
    expect(await list()).toHaveLength(2);
    expect((await here.delete('/api/account/sessions')).status).toBe(204);
    expect(await list()).toHaveLength(1);
    expect((await first.get('/api/session')).status).toBe(401);
    expect((await second.get('/api/session')).status).toBe(401);
  });

  it('cannot end the session of somebody else', async () => {
    const admin = await desk.signIn('admin');
    await desk.signIn('manager');
    const { sessions } = (await admin.get(`/api/users/${desk.userId('manager')}`)).body as {
      sessions: { id: string }[];
    };
    const reviewer = await desk.signIn('reviewer');
    expect((await reviewer.delete(`/api/account/sessions/${sessions[0]?.id ?? ''}`)).status).toBe(404);
  });

  it('chooses the language of letters to oneself', async () => {
    const here = await desk.signIn('auditor');
    expect((await here.put('/api/account').send({ language: 'ru' })).body).toMatchObject({ language: 'ru' });
    expect((await here.put('/api/account').send({ language: 'ru', role: 'admin' })).status).toBe(422);
  });
});

describe('colleagues', () => {
  it('an administrator signs a person out of every browser, and it is written down', async () => {
    const theirs = await desk.signIn('reviewer');
    const admin = await desk.signIn('admin');
    const path = `/api/users/${desk.userId('reviewer')}/end-sessions`;

    expect((await theirs.post(path).send({})).status).toBe(403);
    expect((await admin.post(path).send({})).status).toBe(204);

    expect((await theirs.get('/api/session')).status).toBe(401);
    const events = await desk.uow.read((tx) =>
      tx.findBy(AuditEventEntity, { action: 'user.sessions_ended' }),
    );
    expect(events).toMatchObject([{ resourceId: desk.userId('reviewer'), data: { ended: 1 } }]);
  });

  it('only an administrator sees where they are signed in', async () => {
    const path = `/api/users/${desk.userId('reviewer')}`;
    expect((await (await desk.signIn('admin')).get(path)).body).toHaveProperty('sessions');
    for (const role of ['manager', 'auditor'] as const) {
      expect((await (await desk.signIn(role)).get(path)).body).not.toHaveProperty('sessions');
    }
  });

  it('are found by any part of name or address, whatever the letters', async () => {
    const admin = await desk.signIn('admin');
    await admin
      .post('/api/users')
      .send({ email: 'aigerim@umami.kz', name: 'Айгерім Сәрсенова', role: 'reviewer' });
    const found = async (q: string) =>
      (await admin.get(`/api/users?filter=${encodeURIComponent(JSON.stringify({ q }))}`)).body as object[];

    for (const q of ['сарсен', 'АЙГЕРИМ', 'aigerim@']) expect(await found(q)).toHaveLength(1);
    expect(await found('nobody at all')).toHaveLength(0);
  });

  it('get their invitation again, not while switched off, and it is written down', async () => {
    const admin = await desk.signIn('admin');
    const invited = await admin
      .post('/api/users')
      .send({ email: 'new@umami.kz', name: 'Ж', role: 'reviewer' });
    const { id } = invited.body as { id: string };

    expect((await admin.post(`/api/users/${id}/invite`).send({})).status).toBe(202);
    expect(desk.mails.map(({ kind }) => kind)).toEqual(['invite', 'invite']);
    await admin.put(`/api/users/${id}`).send({ version: 1, active: false });
    expect((await admin.post(`/api/users/${id}/invite`).send({})).status).toBe(403);
    const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'user.link_sent' }));
    expect(events).toMatchObject([{ resourceId: id, data: { purpose: 'invite' } }]);
  });
});
