/** From a fresh clone to the result of every test: install, provision services, gates, all suites. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingPrograms, stopIfMissing } from './setup/preflight.mjs';
import { installPackages, run } from './setup/run.mjs';

/** Real services of the tests: the program that proves each one, and its Debian package. */
const SERVICES = [
  { package: 'chromium', there: () => existsSync('/usr/bin/chromium') },
  {
    package: 'postgresql',
    there: () =>
      existsSync('/usr/lib/postgresql') &&
      readdirSync('/usr/lib/postgresql').some((v) => existsSync(`/usr/lib/postgresql/${v}/bin/initdb`)),
  },
  {
    package: 'dovecot-imapd',
    there: () => existsSync('/usr/sbin/dovecot') && existsSync('/usr/lib/dovecot/imap'),
  },
];

function provision() {
  const wanted = SERVICES.filter((service) => !service.there()).map((service) => service.package);
  if (wanted.length === 0) return;
  const root = process.getuid?.() === 0;
  const apt = (args) => (root ? ['apt-get', args] : ['sudo', ['apt-get', ...args]]);
  if (!root && !commandWorks('sudo', ['-n', 'true'])) {
    stopIfMissing([
      {
        what: `the tests need ${wanted.join(', ')}`,
        line: `sudo apt-get update && sudo apt-get install -y ${wanted.join(' ')}`,
      },
    ]);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('refresh package lists', ...apt(['update', '-qq']), env);
  run(
    `install ${wanted.join(', ')}`,
    ...apt(['install', '-y', '-qq', '--no-install-recommends', ...wanted]),
    env,
  );
}

function commandWorks(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs jest on some projects and gives its counts. */
function suite(title, args, env = {}) {
  console.log(`\n▸ ${title}`);
  const started = Date.now();
  const report = join(mkdtempSync(join(tmpdir(), 'qaitarym-verify-')), 'report.json');
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--ci', '--json', `--outputFile=${report}`, ...args],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  const result = {
    status,
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    pending: counts.numPendingTests + (counts.numTodoTests ?? 0),
  };
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const verdict = status === 0 ? '✓' : '✗';
  console.log(
    `${verdict} ${title}: ${String(result.passed)} passed, ${String(result.failed)} failed (${seconds} s)`,
  );
  return result;
}

stopIfMissing(missingPrograms());
installPackages();
provision();
run('build', 'npm', ['run', '--silent', 'build']);
run('lint', 'npm', ['run', '--silent', 'lint']);
run('format', 'npm', ['run', '--silent', 'format:check']);
run('types', 'npm', ['run', '--silent', 'typecheck']);
run('import rules', 'npm', ['run', '--silent', 'deps:check']);
run('dead code', 'npm', ['run', '--silent', 'deps:unused']);

const results = [
  suite('kernel, adapters, sandbox', ['--selectProjects', 'kernel', '--maxWorkers=2']),
  suite('features on SQLite', ['--selectProjects', 'server-sqlite', '--maxWorkers=2']),
  suite('features on PostgreSQL', ['--selectProjects', 'server-postgres', '--maxWorkers=2']),
  suite('screens in jsdom', ['--selectProjects', 'ui', '--maxWorkers=2']),
  suite('end to end in Chromium', ['--selectProjects', 'e2e', '--runInBand']),
];

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\nTests: ${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
if (sum('pending') > 0) console.error(`${String(sum('pending'))} tests were skipped; none may be`);
const red = results.some((result) => result.status !== 0) || sum('pending') > 0;
process.exit(red ? 1 : 0);
