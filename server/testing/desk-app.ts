import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { randomIds } from '../adapters/ids/random-ids';
import { makeDiskFileStore, openKeyring } from '../adapters/storage';
import { createCalendar } from '../domain/calendar';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from '../domain/kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from '../domain/legal-settings';
import type { Role } from '../domain/permissions';
import { auditRoutes } from '../features/audit';
import {
  type ClaimLetter,
  type ClaimParts,
  claimRoutes,
  makeEventWords,
  makeOrdersSaved,
} from '../features/claims';
import { makeDocumentDesk } from '../features/documents';
import { orderRoutes } from '../features/orders';
import { namesOfActors, UserEntity } from '../features/users';
import { buildApp } from '../http/app';
import { knownOf, type RouteSpec } from '../http/route';
import type { DocumentRenderer } from '../ports';
import { openTestDatabase } from './test-database';

const PEOPLE: Record<string, Role> = {
  reviewer: 'reviewer',
  reviewer2: 'reviewer',
  manager: 'manager',
  manager2: 'manager',
  auditor: 'auditor',
  admin: 'admin',
};
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const START = Date.parse('2026-11-23T10:15:00+05:00');

/** Takes everything that begins like a PDF; decoding has its own tests. */
const plainRenderer: DocumentRenderer = {
  inspect: (bytes) =>
    Promise.resolve(
      bytes.toString('latin1').startsWith('%PDF')
        ? { problem: null, contentType: 'application/pdf', pages: 1, width: 100, height: 100, text: '' }
        : { problem: 'not-allowed-kind' },
    ),
  drawPage: () => Promise.resolve({ problem: 'undecodable' }),
  close: () => Promise.resolve(),
};

export type DeskApp = Awaited<ReturnType<typeof openDeskApp>>;

/**
 * Claims and orders behind their real routes, guards and database; sign-in is a header, letters are collected,
 * and reserved refunds wait, for no worker runs.
 */
export async function openDeskApp(settings: Partial<LegalSettings> = {}) {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-desk-'));
  const { uow } = database;
  const clock = { at: START, now: () => clock.at };
  const vault = openKeyring(`t1:${Buffer.alloc(32, 7).toString('base64')}`);
  const files = makeDiskFileStore({ root: folder, keyring: vault, ids: randomIds });
  const letters: ClaimLetter[] = [];
  const calendar = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
  const parts: ClaimParts = {
    uow,
    clock,
    ids: randomIds,
    vault,
    files,
    documentDesk: makeDocumentDesk({ uow, files, renderer: plainRenderer }),
    loadCalendar: () => Promise.resolve(calendar),
    loadSettings: () => Promise.resolve({ ...DEFAULT_LEGAL_SETTINGS, ...settings }),
    queueLetter: (_tx, letter) => Promise.resolve(void letters.push(letter)),
  };
  const ids = await seedPeople();
  const served = serveDesk(
    [
      ...claimRoutes(parts),
      ...orderRoutes({ ...parts, onOrdersSaved: makeOrdersSaved(parts) }),
      ...auditRoutes({ ...parts, namesOf: namesOfActors, wordsOf: makeEventWords(parts) }),
    ],
    ids,
  );

  async function seedPeople(): Promise<Map<string, string>> {
    const known = new Map<string, string>();
    await uow.write(async (tx) => {
      for (const [name, role] of Object.entries(PEOPLE)) {
        const id = randomIds.next();
        known.set(name, id);
        const facts = { email: `${name}@umami.kz`, name, role, language: 'ru' as const, passwordHash: null };
        await tx.insert(UserEntity, { id, ...facts, active: true, createdAt: START, version: 1 });
      }
    });
    return known;
  }

  return {
    ...served,
    database,
    uow,
    parts,
    clock,
    letters,
    people: ids,
    userId: (name: string) => ids.get(name) ?? '',
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Routes behind the real guards; the header `x-test-user` signs in. `people` holds ids by name. */
export function serveDesk(routes: readonly RouteSpec[], people: ReadonlyMap<string, string>) {
  const app = buildApp({
    routes,
    log: SILENT,
    ids: randomIds,
    publicUrl: 'http://localhost:3000',
    trustProxy: '',
    sessions: {
      identify: (req, _res, next) => {
        const name = String(req.headers['x-test-user'] ?? '');
        const role = PEOPLE[name];
        const id = people.get(name);
        if (role && id) knownOf(req).actor = { id, role, name };
        next();
      },
      csrfTokenOf: () => 'token',
    },
    findMachine: (token) =>
      Promise.resolve(token === 'shop-token-of-twenty-signs' ? { id: 'shop', name: 'shop' } : undefined),
    uiFolder: null,
  });
  const as = (user: string) => ({
    get: (path: string) => request(app).get(path).set('x-test-user', user),
    post: (path: string) => request(app).post(path).set({ 'x-test-user': user, 'x-csrf-token': 'token' }),
    put: (path: string) => request(app).put(path).set({ 'x-test-user': user, 'x-csrf-token': 'token' }),
  });
  return { app, as };
}
