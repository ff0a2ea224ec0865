import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { residentMiB } from './cpu';
import type { Line } from './report';

const UI = join(__dirname, '../../dist/admin-ui');
/** JavaScript of the smallest react-admin page (one list, one screen), KiB after brotli. */
const SMALLEST_PAGE_KIB = 268;

/** What the process holds, at rest or after load, against the most it may. */
export function memoryLine(
  what: string,
  pid: number,
  claims: number,
  goal: { must: number; aim: number },
): Line {
  const held = residentMiB(pid);
  return {
    what: `memory ${what}`,
    claims,
    product: `${held.toFixed(0)} MiB`,
    limit: `${String(goal.must)} MiB`,
    ratio: held / goal.must,
    spread: null,
    must: 1,
    aim: goal.aim / goal.must,
  };
}

/** What a browser must load before anything shows: the scripts that the page itself names. */
export function firstScriptLine(): Line {
  const page = readFileSync(join(UI, 'index.html'), 'utf8');
  const named = page.matchAll(/(?:<script[^>]*src|rel="modulepreload"[^>]*href)="(\/assets\/[^"]+\.js)"/g);
  const bytes = [...named].reduce(
    (sum, [, path = '']) => sum + brotliCompressSync(readFileSync(join(UI, path))).length,
    0,
  );
  const kib = bytes / 1024;
  return {
    what: 'first JavaScript, brotli',
    claims: null,
    product: `${kib.toFixed(0)} KiB`,
    limit: `${String(SMALLEST_PAGE_KIB)} KiB`,
    ratio: kib / SMALLEST_PAGE_KIB,
    spread: null,
    must: 1.25,
    aim: 1.1,
  };
}
