import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { openPlainDatabase, type PlainDatabase, type Row } from './plain-database';

/*
 * The raw limit: `node:http` and the driver, one question an address, no session, no rights, no checks. A process of
 * its own: LIMIT_PORT, LIMIT_DATABASE_URL, LIMIT_FOLDER.
 */

/** What a row of the desk's list shows, and nothing else. */
const LISTED = [
  'id number kind state channel language customerName customerEmail requestedMinor approvedMinor currency',
  'demandedAt dueOn dueAt latestSafeAt provisional assigneeId missing version',
].flatMap((names) => names.split(' '));
const listed = LISTED.map((name) => `c."${name}"`).join(', ');
const FOUND = {
  sqlite: `SELECT ${listed} FROM found JOIN claims c ON c.rowid = found.rowid WHERE found MATCH $1 ORDER BY rank LIMIT 25`,
  postgres: `SELECT ${listed} FROM ideal.claims c, plainto_tsquery('simple', $1) q WHERE c.words @@ q
    ORDER BY ts_rank(c.words, q) DESC LIMIT 25`,
};
const FOUND_TOTAL = {
  sqlite: `SELECT count(*) AS n FROM found WHERE found MATCH $1`,
  postgres: `SELECT count(*) AS n FROM ideal.claims WHERE words @@ plainto_tsquery('simple', $1)`,
};

const { LIMIT_PORT = '0', LIMIT_DATABASE_URL = '', LIMIT_FOLDER = '' } = process.env;
const engine = LIMIT_DATABASE_URL.startsWith('sqlite:') ? 'sqlite' : 'postgres';
const schema = engine === 'sqlite' ? '' : 'ideal.';
const database: PlainDatabase = openPlainDatabase(LIMIT_DATABASE_URL);
const key = randomBytes(32);

const answers: Record<string, (url: URL, req: IncomingMessage) => Promise<unknown>> = {
  '/list': async (url) => {
    const state = url.searchParams.get('state');
    const [rows, [total]] = await Promise.all([
      database.all(
        `SELECT ${listed} FROM ${schema}claims c WHERE "state" = $1 ORDER BY "dueAt", "id" LIMIT 25`,
        [state],
      ),
      database.all(`SELECT n FROM ${schema}totals WHERE "state" = $1`, [state]),
    ]);
    return { rows: rows.map(claimOf), total: total?.n };
  },
  '/all': async () => {
    const [rows, [total]] = await Promise.all([
      database.all(`SELECT ${listed} FROM ${schema}claims c ORDER BY "dueAt" NULLS LAST, "id" LIMIT 25`),
      database.all(`SELECT sum(n) AS n FROM ${schema}totals`),
    ]);
    return { rows: rows.map(claimOf), total: total?.n };
  },
  '/claim': async (url) => {
    const id = url.searchParams.get('id');
    const of = (table: string) => database.all(`SELECT * FROM ${schema}${table} WHERE "claimId" = $1`, [id]);
    const [[claim], lines, obligations, refunds, documents, messages] = await Promise.all([
      database.all(`SELECT * FROM ${schema}claims WHERE "id" = $1`, [id]),
      of('claim_lines'),
      of('obligations'),
      of('refunds'),
      of('documents'),
      of('messages'),
    ]);
    return { ...(claim && claimOf(claim)), lines, obligations, refunds, documents, messages };
  },
  '/search': async (url) => {
    const text = url.searchParams.get('q') ?? '';
    const query = engine === 'sqlite' ? `"${text.replaceAll('"', '')}"` : text;
    const [rows, [total]] = await Promise.all([
      database.all(FOUND[engine], [query]),
      database.all(FOUND_TOTAL[engine], [query]),
    ]);
    return { rows: rows.map(claimOf), total: total?.n };
  },
  '/create': async (_url, req) => {
    const body = await bodyOf(req);
    const id = randomUUID();
    const documents = await Promise.all(filesOf(body, req).map(seal));
    await database.write([
      [
        `INSERT INTO ${schema}claims ("id", "number", "state", "kind", "createdAt", "dueAt") VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, id.slice(0, 18), 'received', 'other', Date.now(), Date.now()],
      ],
      ...documents.map((each): [string, unknown[]] => [
        `INSERT INTO ${schema}documents ("id", "claimId", "sha256", "storageKey", "sizeBytes") VALUES ($1, $2, $3, $4, $5)`,
        [randomUUID(), id, each.sha256, each.name, each.size],
      ]),
    ]);
    return { id };
  },
  '/verify': async () => {
    await verify(await password, 'correct horse battery');
    return { ok: true };
  },
};

const password = hash('correct horse battery', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Columns that hold JSON are read, instants written as the API writes them. */
function claimOf(row: Row): Record<string, unknown> {
  const { checklist, missing, verdict, demandedAt, dueAt, createdAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    checklist: parsed(checklist),
    missing: parsed(missing),
    verdict: parsed(verdict),
    demandedAt: instant(demandedAt),
    dueAt: instant(dueAt),
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
}

const parsed = (value: Row[string] | undefined): unknown =>
  typeof value === 'string' ? JSON.parse(value) : null;
const instant = (at: Row[string] | undefined) =>
  at === null || at === undefined ? null : new Date(Number(at)).toISOString();

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** The file parts of a multipart body. */
function filesOf(body: Buffer, req: IncomingMessage): Buffer[] {
  const boundary = `--${/boundary=(.+)$/.exec(req.headers['content-type'] ?? '')?.[1] ?? ''}`;
  const files: Buffer[] = [];
  for (let from = body.indexOf(boundary); from >= 0;) {
    const next = body.indexOf(boundary, from + boundary.length);
    if (next < 0) break;
    const head = body.indexOf('\r\n\r\n', from);
    if (body.subarray(from, head).includes('filename=')) files.push(body.subarray(head + 4, next - 2));
    from = next;
  }
  return files;
}

/** Encrypted, on the disk and its name final, as nobody can do with less. */
async function seal(content: Buffer) {
  const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  const name = randomUUID();
  const file = join(LIMIT_FOLDER, name);
  const handle = await open(`${file}.part`, 'wx');
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  return { name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

mkdirSync(LIMIT_FOLDER, { recursive: true });
createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://limit');
  const answer = answers[url.pathname] ?? (() => Promise.resolve({}));
  answer(url, req).then(
    (value) => {
      const body = JSON.stringify(value);
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
      res.end(body);
    },
    (error: unknown) => {
      res.writeHead(500);
      res.end(String(error));
    },
  );
}).listen(Number(LIMIT_PORT), '127.0.0.1');
