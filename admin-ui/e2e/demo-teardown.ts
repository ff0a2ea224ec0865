import { rmSync } from 'node:fs';
import { DEMO_TEMPLATE } from './product';

export default function tearDown(): void {
  const folder = process.env[DEMO_TEMPLATE];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
