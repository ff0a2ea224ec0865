import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { SQLITE_TEMPLATE } from './test-database';

export default function teardown(): void {
  const file = process.env[SQLITE_TEMPLATE];
  if (file) rmSync(dirname(file), { recursive: true, force: true });
}
