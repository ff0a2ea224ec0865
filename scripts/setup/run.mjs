import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Runs a command in the foreground; ends the process when it fails. */
export function run(title, command, args, env = {}) {
  console.log(`\n▸ ${title}`);
  const started = Date.now();
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) {
    console.error(`✗ ${title}: ${signal ?? `exit code ${String(status)}`}`);
    process.exit(status ?? 1);
  }
  console.log(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

/** Installs what the lock file names, unless that is there already. */
export function installPackages() {
  const mark = 'node_modules/.package-lock.json';
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  run('install packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
