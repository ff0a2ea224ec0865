import { existsSync as isInstalled, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addStaff } from './accounts';
import { familyOf } from './cpu';
import { type Engine, type Ground, openGround } from './data';
import { signIn } from './desk-client';
import { mailRow } from './mail-row';
import { startLimit, startProduct } from './processes';
import { growthLines, type Pages, readRows } from './read-rows';
import { type Line, tableOf } from './report';
import { firstScriptLine, memoryLine } from './still-rows';
import { writeRows } from './write-rows';

/**
 * Measures the product beside the raw limit and prints a table: `npm run bench -- [--claims 10000,100000]
 * [--database sqlite|postgres] [--json file]`. It reports; it never fails because something was slow.
 */
const USUAL_SIZE = 10_000;
const DEMO_GATEWAY = /sandbox/;
/** What starts with the process is over by then. */
const SETTLE_MS = 5_000;

interface Options {
  sizes: number[];
  engine: Engine;
  json: string | undefined;
}

function optionsOf(): Options {
  const { values } = parseArgs({
    options: { claims: { type: 'string' }, database: { type: 'string' }, json: { type: 'string' } },
  });
  const engine = values.database ?? 'sqlite';
  if (engine !== 'sqlite' && engine !== 'postgres') throw new Error('--database is sqlite or postgres');
  const asked = (values.claims ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map(Number);
  if (!asked.every((claims) => Number.isInteger(claims) && claims >= 1000))
    throw new Error('--claims takes whole numbers from 1000, divided by commas');
  const sizes = asked.length === 0 ? [USUAL_SIZE] : [...new Set(asked)];
  return { sizes: sizes.sort((a, b) => a - b), engine, json: values.json };
}

async function measureSize(ground: Ground, claims: number) {
  const { product: place, limit: raw } = await ground.prepare(claims);
  await addStaff(place.databaseUrl);
  const product = await startProduct(place);
  const limit = await startLimit(raw);
  try {
    const desk = await signIn(product.url);
    const sides = {
      claims,
      desk,
      limitUrl: limit.url,
      productPids: () => [...familyOf(product.pid, DEMO_GATEWAY), ...ground.databasePids()],
      limitPids: () => [...familyOf(limit.pid), ...ground.databasePids()],
    };
    await sleep(SETTLE_MS);
    const idle = memoryLine('idle', product.pid, claims, { must: 130, aim: 100 });
    const { lines, pages } = await readRows(sides);
    lines.push(...(await writeRows(sides, product.url)));
    lines.push(idle, memoryLine('after load', product.pid, claims, { must: 300, aim: 200 }));
    desk.close();
    return { lines, pages };
  } finally {
    await product.stop();
    await limit.stop();
  }
}

async function main(): Promise<void> {
  const { sizes, engine, json } = optionsOf();
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-bench-'));
  const ground = await openGround(engine, folder);
  const lines: Line[] = [];
  const pages: { claims: number; pages: Pages }[] = [];
  try {
    for (const claims of sizes) {
      console.error(`${String(claims)} claims on ${engine} …`);
      const found = await measureSize(ground, claims);
      lines.push(...found.lines);
      pages.push({ claims, pages: found.pages });
    }
    lines.push(...growthLines(pages));
    if (isInstalled('/usr/sbin/dovecot'))
      lines.push(await mailRow(await ground.empty('mail'), () => ground.databasePids()));
    else console.error('mail intake is left out: apt-get install -y dovecot-imapd');
    lines.push(firstScriptLine());
  } finally {
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${machine(engine)}\n\n${tableOf(lines)}`);
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ machine: machine(engine), lines }, null, 2)}\n`);
}

function machine(engine: Engine): string {
  const model = cpus()[0]?.model ?? 'unknown CPU';
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  return `${engine}, Node ${process.version}, ${String(cpus().length)} × ${model}, ${memory}, ${new Date().toISOString().slice(0, 10)}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
