/** From a fresh clone to a running demo: check, install, build, start. */
import { spawn } from 'node:child_process';
import { busyPorts, missingPrograms, stopIfMissing } from './setup/preflight.mjs';
import { installPackages, run } from './setup/run.mjs';

stopIfMissing([...missingPrograms(), ...(await busyPorts(process.env))]);
installPackages();
run('build', 'npm', ['run', '--silent', 'build']);

const server = spawn(process.execPath, ['dist/server/main.js'], {
  stdio: 'inherit',
  env: { ...process.env, DEMO: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
