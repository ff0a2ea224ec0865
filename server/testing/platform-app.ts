import request from 'supertest';
import { randomIds } from '../adapters/ids/random-ids';
import type { Role } from '../domain/permissions';
import { auditRoutes, makeAuditRefusal } from '../features/audit';
import { calendarRoutes, makeLoadCalendar, seedCalendar } from '../features/calendar';
import { CustomerEntity, customerRoutes } from '../features/customers';
import { jobRoutes } from '../features/jobs';
import { docsRoutes } from '../features/ops';
import { loadSettings, settingRoutes } from '../features/settings';
import {
  type AccountMail,
  createUserWithPassword,
  makeFindMachine,
  namesOfActors,
  openSessions,
  userRoutes,
} from '../features/users';
import { buildApp } from '../http/app';
import type { RouteSpec } from '../http/route';
import { openTestDatabase } from './test-database';

export const PASSWORD = 'tulpar zhylky 77';
const START = Date.parse('2026-11-23T10:15:00+05:00');

export type PlatformApp = Awaited<ReturnType<typeof openPlatformApp>>;

/** Accounts, calendar, settings, customers and audit behind the real sign-in and database. */
export async function openPlatformApp(publicUrl = 'http://localhost:3000') {
  const database = await openTestDatabase();
  const { uow } = database;
  const clock = { at: START, now: () => clock.at };
  const mails: AccountMail[] = [];
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const log = { info: note, warn: note, error: note };
  const parts = {
    uow,
    clock,
    ids: randomIds,
    log,
    publicUrl,
    loadSettings,
    loadCalendar: makeLoadCalendar(),
  };
  await uow.write((tx) => seedCalendar(tx, START));
  const users = new Map<Role, string>();
  for (const role of ['reviewer', 'manager', 'auditor', 'admin'] as const) {
    const account = { email: `${role}@umami.kz`, name: role, password: PASSWORD, role };
    users.set(role, await createUserWithPassword(parts, account));
  }
  const routes: RouteSpec[] = [
    ...userRoutes({ ...parts, queueAccountMail: (_tx, mail) => Promise.resolve(void mails.push(mail)) }),
    ...customerRoutes({ ...parts, onCustomerChanged: () => Promise.resolve() }),
    ...calendarRoutes(parts),
    ...settingRoutes(parts),
    ...jobRoutes(parts),
    ...auditRoutes({ ...parts, namesOf: namesOfActors, wordsOf: () => Promise.resolve(new Map()) }),
    ...docsRoutes({ routes: () => routes, version: '1.2.3', ids: randomIds }),
  ];
  const app = buildApp({
    ...parts,
    routes,
    trustProxy: '',
    sessions: openSessions({ ...parts, secret: 'a secret of the test' }),
    findMachine: makeFindMachine(parts),
    onRefusal: makeAuditRefusal(parts),
    uiFolder: null,
  });

  const trySignIn = (email: string, password = PASSWORD) =>
    request(app).post('/api/session').send({ email, password });

  /** Calls of one signed-in browser. */
  async function signIn(role: Role) {
    const answer = await trySignIn(`${role}@umami.kz`);
    const cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken: string };
    const change = { cookie, 'x-csrf-token': csrfToken };
    return {
      cookie,
      csrfToken,
      get: (path: string) => request(app).get(path).set({ cookie }),
      post: (path: string) => request(app).post(path).set(change),
      put: (path: string) => request(app).put(path).set(change),
      delete: (path: string) => request(app).delete(path).set(change),
    };
  }

  async function addCustomer(name: string) {
    const id = randomIds.next();
    const row = { id, name, email: null, phone: null, language: null, searchName: name.toLowerCase() };
    await uow.write((tx) => tx.insert(CustomerEntity, { ...row, createdAt: START, version: 1 }));
    return id;
  }

  return {
    app,
    routes,
    database,
    uow,
    clock,
    mails,
    logged,
    trySignIn,
    signIn,
    addCustomer,
    userId: (role: Role) => users.get(role) ?? '',
    close: () => database.close(),
  };
}
