import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** From package.json, found from source and from the compiled folder alike. */
export const VERSION = readVersion();

function readVersion(): string {
  for (const folder of ['..', '../..']) {
    try {
      const text = readFileSync(join(__dirname, folder, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // Compiled, we lie one folder deeper.
    }
  }
  return '0.0.0';
}
