import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_TEMPLATE, startIn } from './product';

/** Lets the built product make its demo once; playing forty claims takes a while. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-e2e-demo-'));
  process.env[DEMO_TEMPLATE] = folder;
  const product = await startIn(folder);
  const { code } = await product.end();
  if (code !== 0) throw new Error(`The product ended with ${String(code)}:\n${product.output()}`);
}
