import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';

/** The master key of the configuration; the demo makes its own once and keeps it beside its database. */
export function masterKeyOf(config: Config): string {
  if (config.masterKey !== undefined) return config.masterKey;
  const file = join(config.dataFolder, 'demo-key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(config.dataFolder, { recursive: true });
  const key = `demo:${randomBytes(32).toString('base64')}`;
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
