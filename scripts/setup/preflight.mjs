import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';

/** A missing piece and the line that mends it. */
const missing = (what, line) => ({ what, line });

const has = (program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const apt = (packages) => `sudo apt-get update && sudo apt-get install -y ${packages}`;

/** Node, npm, git, and what npm needs to compile the SQLite driver. */
export function missingPrograms() {
  const found = [];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    found.push(
      missing(
        `Node ${process.versions.node} is too old, 20.19 or newer is needed`,
        'https://nodejs.org/en/download',
      ),
    );
  }
  if (!has('npm')) found.push(missing('npm is missing', apt('npm')));
  if (!has('git')) found.push(missing('git is missing', apt('git')));
  if (!has('python3'))
    found.push(missing('python3 is missing (npm compiles the SQLite driver)', apt('python3')));
  if (!has('make')) found.push(missing('make is missing (npm compiles the SQLite driver)', apt('make')));
  if (!has('g++') && !has('c++')) {
    found.push(missing('a C++ compiler is missing (npm compiles the SQLite driver)', apt('g++')));
  }
  return found;
}

/** The ports that the demo listens on, with the variable that moves each. */
export async function busyPorts(env) {
  const mail = URL.canParse(env.MAIL_INTAKE ?? '')
    ? new URL(env.MAIL_INTAKE)
    : new URL('smtp://127.0.0.1:2525');
  const wanted = [
    [Number(env.PORT ?? 3000), 'PORT=3001'],
    ...(mail.protocol === 'smtp:' ? [[Number(mail.port || 2525), 'MAIL_INTAKE=smtp://127.0.0.1:2526']] : []),
  ];
  const found = [];
  for (const [port, cure] of wanted) {
    if (!(await isFree(port))) {
      found.push(missing(`port ${String(port)} is in use`, `${cure} npm run quickstart`));
    }
  }
  return found;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Prints what is missing with the line to paste; ends the process when there is something. */
export function stopIfMissing(found) {
  if (found.length === 0) return;
  console.error('Before this can run:\n');
  for (const { what, line } of found) console.error(`  - ${what}\n      ${line}\n`);
  process.exit(1);
}
