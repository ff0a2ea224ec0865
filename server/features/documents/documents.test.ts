import { randomBytes } from 'node:crypto';
import { mkdtempSync, promises as fs, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import request from 'supertest';
import { randomIds } from '../../adapters/ids/random-ids';
import { letterPdf } from '../../adapters/pdf';
import { makeRenderer } from '../../adapters/rendering';
import { type DiskFiles, type DiskFileStore, makeDiskFileStore, openKeyring } from '../../adapters/storage';
import { Unavailable } from '../../domain/errors';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import type { Role } from '../../domain/permissions';
import { buildApp } from '../../http/app';
import { knownOf, originOf, type RouteSpec } from '../../http/route';
import { openTestDatabase } from '../../testing/test-database';
import { AuditEventEntity } from '../audit';
import {
  DocumentEntity,
  documentRoutes,
  keepDocuments,
  makeDocumentDesk,
  makeSweepFiles,
  presentDocument,
  uploadedFilesOf,
  uploadFiles,
} from '.';

const CLAIM = '019a0000-0000-7000-8000-000000000001';
const AT = Date.parse('2026-11-26T10:42:00+05:00');
const MIB = 1024 * 1024;
const renderer = makeRenderer();
afterAll(() => renderer.close());

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let root: string;
let app: Server;
let files: DiskFileStore;
let desk: ReturnType<typeof makeDocumentDesk>;
let recounted: string[];
let diskFull: boolean;
let failAfterInsert: boolean;

/** A disk that can be filled up from the test. */
const disk: DiskFiles = {
  ...fs,
  open: (...args) =>
    diskFull ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : fs.open(...args),
};

beforeEach(async () => {
  database = await openTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'qaitarym-documents-'));
  [recounted, diskFull, failAfterInsert] = [[], false, false];
  const { uow } = database;
  const keyring = openKeyring(`t1:${randomBytes(32).toString('base64')}`);
  files = makeDiskFileStore({ root, keyring, ids: randomIds, files: disk });
  const clock = { now: () => AT };
  desk = makeDocumentDesk({ uow, files, renderer });
  const upload: RouteSpec = {
    method: 'post',
    path: '/api/test-upload',
    access: 'claims.work',
    summary: 'Stands for the routes of claims that take files',
    multipart: true,
    before: uploadFiles(files),
    handler: async (req, res) => {
      const rows = await desk.withUploads(uploadedFilesOf(req), (prepared) =>
        uow.write(async (tx) => {
          const kept = await keepDocuments(tx, randomIds, prepared, {
            ...originOf(req),
            claimId: CLAIM,
            messageId: null,
            at: AT,
          });
          if (failAfterInsert) throw new Unavailable('the transaction fails after its inserts');
          return kept;
        }),
      );
      res.status(201).json(rows.map(presentDocument));
    },
  };
  const documentsChanged = (_tx: unknown, { claimId }: { claimId: string }) =>
    Promise.resolve(void recounted.push(claimId));
  app = createServer(
    buildApp({
      routes: [...documentRoutes({ uow, clock, ids: randomIds, files, renderer, documentsChanged }), upload],
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      ids: randomIds,
      publicUrl: 'http://localhost:3000',
      trustProxy: '',
      sessions: {
        identify: (req, _res, next) => {
          const role = String(req.headers['x-test-role'] ?? '');
          if (role) knownOf(req).actor = { id: CLAIM, role: role as Role, name: 'Ә. Сәрсенова' };
          next();
        },
        csrfTokenOf: () => 'token',
      },
      findMachine: () => Promise.resolve(undefined),
      uiFolder: null,
    }),
  ).listen(0);
});
afterEach(async () => {
  await new Promise((resolve) => app.close(resolve));
  await database.close();
  rmSync(root, { recursive: true, force: true });
});

const as = (role: Role) => ({ 'x-test-role': role, 'x-csrf-token': 'token' });
const letter = (text = 'Рахмет') =>
  letterPdf({ language: 'kk', addressee: [], date: '', subject: '', text, at: AT }, DEFAULT_LEGAL_ENTITY);
const photo = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#ddeeff' } })
    .png()
    .toBuffer();
const rows = () => database.uow.read((tx) => tx.find(DocumentEntity));
const events = (action: string) => database.uow.read((tx) => tx.findBy(AuditEventEntity, { action }));

async function stored(): Promise<string[]> {
  const found = await fs.readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
async function expectNothingKept(): Promise<void> {
  expect(await stored()).toEqual([]);
  expect(await rows()).toEqual([]);
}
function upload(files: [name: string, content: Buffer][]) {
  const sending = request(app).post('/api/test-upload').set(as('reviewer'));
  for (const [filename, content] of files) void sending.attach('files', content, { filename });
  return sending;
}
interface Shown {
  id: string;
  version: number;
}
async function uploadOne(name: string, content: Buffer): Promise<Shown> {
  const { body } = (await upload([[name, content]]).expect(201)) as { body: Shown[] };
  if (!body[0]) throw new Error('nothing kept');
  return body[0];
}

describe('upload', () => {
  it('keeps sealed files under their Kazakh names with a guessed type', async () => {
    const res = await upload([
      ['Өтініш.pdf', await letter()],
      ['Жеке куәлік.png', await photo()],
    ]).expect(201);

    expect(res.body).toMatchObject([
      { name: 'Өтініш.pdf', type: 'application', contentType: 'application/pdf', pages: 1, problem: null },
      { name: 'Жеке куәлік.png', type: 'id_copy', contentType: 'image/png', pages: 1 },
    ]);
    expect(await stored()).toHaveLength(2);
    expect(await events('document.added')).toHaveLength(2);
    expect(JSON.stringify(res.body)).not.toMatch(/storageKey|wrappedKey/);
  });

  it('keeps a file that is too large to stay at hand', async () => {
    const large = Buffer.concat([await letter(), Buffer.alloc(3 * MIB, 0x20)]);
    const { id } = await uploadOne('large.pdf', large);
    const res = await request(app)
      .get(`/api/documents/${id}/original`)
      .set(as('reviewer'))
      .buffer(true)
      .expect(200);
    expect((res.body as Buffer).equals(large)).toBe(true);
  });

  it('drops the path of a name', async () => {
    await uploadOne('../../x.pdf', await letter());
    expect(await rows()).toMatchObject([{ name: 'x.pdf' }]);
  });

  it.each([
    ['a program called PDF', 'invoice.pdf', Buffer.concat([Buffer.from('MZ\x90'), randomBytes(400)]), 415],
    ['a page of HTML', 'page.html', Buffer.from('<html>'), 415],
    ['a PDF that does not open', 'cut.pdf', Buffer.from('%PDF-1.7 and no more'), 422],
    ['an empty file', 'empty.pdf', Buffer.alloc(0), 422],
    ['a file over 20 MB', 'big.pdf', Buffer.alloc(20 * MIB + 1, 0x25), 413],
  ])('refuses %s, and with it the good file beside it', async (_what, name, content, status) => {
    await upload([
      ['good.pdf', await letter()],
      [name, content],
    ]).expect(status);
    await expectNothingKept();
  });

  it('refuses a picture under the name of a PDF', async () => {
    await upload([['photo.pdf', await photo()]]).expect(415);
    await expectNothingKept();
  });

  it('refuses 60 files', async () => {
    const one = await letter();
    await upload(Array.from({ length: 60 }, (_, n): [string, Buffer] => [`${n}.pdf`, one])).expect(413);
    await expectNothingKept();
  });

  it('refuses more than 60 MB together, whether the length was declared or not', async () => {
    const big = Buffer.alloc(19 * MIB, 0x25);
    await upload(['1.pdf', '2.pdf', '3.pdf', '4.pdf'].map((name): [string, Buffer] => [name, big])).expect(
      413,
    );
    await expectNothingKept();
  });

  it('refuses a file without a name, or under another name of part', async () => {
    await request(app).post('/api/test-upload').set(as('reviewer')).field('files', 'text').expect(422);
    await request(app)
      .post('/api/test-upload')
      .set(as('reviewer'))
      .attach('other', await letter(), 'a.pdf')
      .expect(422);
    await expectNothingKept();
  });

  it('refuses a body that is no multipart inside', async () => {
    const sending = request(app)
      .post('/api/test-upload')
      .set({ ...as('reviewer'), 'content-type': 'multipart/form-data; boundary=x' });
    await sending
      .send('--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-cut')
      .expect(400);
    await expectNothingKept();
  });

  it('leaves nothing when the client is gone halfway, and goes on serving', async () => {
    const { port } = app.address() as AddressInfo;
    const head =
      'POST /api/test-upload HTTP/1.1\r\nHost: x\r\nx-test-role: reviewer\r\nx-csrf-token: token\r\nContent-Length: 5000000\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';
    const socket = connect(port);
    socket.write(head);
    socket.write(Buffer.alloc(2 * MIB));
    await new Promise((resolve) => setTimeout(resolve, 150));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await expectNothingKept();
    await uploadOne('next.pdf', await letter());
  });

  it('answers 503 and keeps nothing when the disk is full', async () => {
    const content = await letter();
    diskFull = true;
    await upload([['a.pdf', content]]).expect(503);
    diskFull = false;
    await expectNothingKept();
  });

  it('removes the files again when the transaction of the claim fails', async () => {
    failAfterInsert = true;
    await upload([['a.pdf', await letter()]]).expect(503);
    await expectNothingKept();
  });
});

describe('attachments of a mail', () => {
  it('are all kept; what cannot be shown is an unreadable other', async () => {
    const attached = [
      { name: 'өтініш.pdf', declaredType: 'application/pdf', content: await letter() },
      { name: 'чек.pdf', declaredType: 'application/pdf', content: Buffer.from('%PDF-1.7 cut') },
      { name: 'setup.exe', declaredType: 'application/octet-stream', content: Buffer.from('MZ\x90') },
    ];
    await desk.withAttachments(attached, (prepared) =>
      database.uow.write((tx) =>
        keepDocuments(tx, randomIds, prepared, { claimId: CLAIM, messageId: CLAIM, actorId: null, at: AT }),
      ),
    );
    const kept = (await rows()).sort((a, b) => a.name.localeCompare(b.name));
    expect(kept.map(({ name, type, problem, pages }) => [name, type, problem, pages])).toEqual(
      expect.arrayContaining([
        ['өтініш.pdf', 'application', null, 1],
        ['чек.pdf', 'other', 'undecodable', 0],
        ['setup.exe', 'other', 'not-allowed-kind', 0],
      ]),
    );
    expect(
      kept
        .filter(({ problem }) => problem)
        .every(({ contentType }) => contentType === 'application/octet-stream'),
    ).toBe(true);
  });
});

describe('reading', () => {
  it('gives the original as an attachment that runs nowhere, and writes it down', async () => {
    const content = await letter();
    const { id } = await uploadOne('Өтініш.pdf', content);

    const res = await request(app)
      .get(`/api/documents/${id}/original?purpose=dispute`)
      .set(as('reviewer'))
      .buffer(true)
      .expect(200);

    expect((res.body as Buffer).equals(content)).toBe(true);
    expect(res.headers['content-disposition']).toMatch(/^attachment;.*filename\*=UTF-8''%D3%A8/);
    expect(res.headers['content-type']).toBe('application/pdf');
    expect(res.headers['x-content-type-options']).toBe('nosniff');
    expect(res.headers['cache-control']).toBe('no-store');
    expect(res.headers['content-security-policy']).toContain('sandbox');
    expect(await events('document.downloaded')).toMatchObject([
      { resourceId: id, claimId: CLAIM, data: { purpose: 'dispute' } },
    ]);
  });

  it('shows a page as a JPEG with the viewer on it; views of an ID copy alone are written down', async () => {
    const [card, form] = [
      await uploadOne('куәлік.png', await photo()),
      await uploadOne('өтініш.pdf', await letter()),
    ];

    const res = await request(app).get(`/api/documents/${card.id}/pages/1`).set(as('reviewer')).expect(200);
    await request(app).get(`/api/documents/${form.id}/pages/1`).set(as('reviewer')).expect(200);

    expect(res.headers['content-type']).toBe('image/jpeg');
    const { channels } = await sharp(res.body as Buffer).stats();
    expect(channels[0]?.stdev).toBeGreaterThan(0.5);
    expect(await events('document.viewed')).toMatchObject([
      { resourceId: card.id, data: { purpose: 'review', page: 1 } },
    ]);
  });

  it.each(['2', '0', '-1', 'x', '1e3'])('has no page %s', async (page) => {
    const { id } = await uploadOne('a.pdf', await letter());
    await request(app).get(`/api/documents/${id}/pages/${page}`).set(as('reviewer')).expect(404);
  });

  it('shows the auditor what there is, but neither pages nor originals', async () => {
    const { id } = await uploadOne('куәлік.png', await photo());
    await request(app).get(`/api/documents/${id}`).set(as('auditor')).expect(200);
    await request(app).get(`/api/documents/${id}/pages/1`).set(as('auditor')).expect(403);
    await request(app).get(`/api/documents/${id}/original`).set(as('auditor')).expect(403);
    expect(await events('document.viewed')).toEqual([]);
  });

  it('gives no byte of an erased file', async () => {
    const { id } = await uploadOne('a.pdf', await letter());
    await database.uow.write((tx) => tx.update(DocumentEntity, { id }, { erasedAt: AT }));
    await request(app).get(`/api/documents/${id}/original`).set(as('manager')).expect(404);
    await request(app).get(`/api/documents/${id}/pages/1`).set(as('manager')).expect(404);
  });

  it('lists by claim and type and refuses unknown fields', async () => {
    await uploadOne('чек.pdf', await letter());
    const filter = (value: object) => `/api/documents?filter=${encodeURIComponent(JSON.stringify(value))}`;
    const res = await request(app)
      .get(filter({ claimId: CLAIM, type: 'receipt' }))
      .set(as('reviewer'))
      .expect(200);
    expect(res.body).toHaveLength(1);
    expect(res.headers['content-range']).toBe('documents 0-0/1');
    await request(app)
      .get(filter({ wrappedKey: 'x' }))
      .set(as('reviewer'))
      .expect(422);
  });
});

describe('correcting the type', () => {
  it('changes it once, lets the claim recount, and writes it down', async () => {
    const { id, version } = await uploadOne('IMG_1.png', await photo());
    const put = (body: object) => request(app).put(`/api/documents/${id}`).set(as('reviewer')).send(body);

    const res = await put({ version, type: 'id_copy', name: 'ignored.png' }).expect(200);

    expect(res.body).toMatchObject({ type: 'id_copy', name: 'IMG_1.png', version: version + 1 });
    expect(recounted).toEqual([CLAIM]);
    expect(await events('document.retyped')).toMatchObject([{ data: { from: 'other', to: 'id_copy' } }]);
    await put({ version, type: 'receipt' }).expect(409);
    await put({ version: version + 1, type: 'invoice' }).expect(422);
    await put({ version: version + 1, secret: 1 }).expect(422);
  });
});

it('sweeps away old files without a row, and none that a document or another table names', async () => {
  await uploadOne('a.pdf', await letter());
  const [orphan, rawMail] = [await files.put(Buffer.from('x')), await files.put(Buffer.from('raw mail'))];
  const twoHoursAgo = Date.now() / 1000 - 7200;
  for (const shard of await fs.readdir(root)) {
    for (const name of await fs.readdir(join(root, shard)))
      await fs.utimes(join(root, shard, name), twoHoursAgo, twoHoursAgo);
  }
  const ledger = (_tx: unknown, keys: string[]) =>
    Promise.resolve(new Set(keys.filter((key) => key === rawMail.storageKey)));
  const sweep = makeSweepFiles({ uow: database.uow, files, otherTables: [ledger] });

  expect(await sweep()).toBe(1);

  const left = await stored();
  expect(left).toHaveLength(2);
  expect(left).not.toContain(orphan.storageKey.slice(3));
});
