/** Builds once before the first start; a built checkout starts at once. */
import { existsSync } from 'node:fs';
import { run } from './setup/run.mjs';

if (!existsSync('dist/server/main.js') || !existsSync('dist/admin-ui/index.html')) {
  run('build', 'npm', ['run', '--silent', 'build']);
}
