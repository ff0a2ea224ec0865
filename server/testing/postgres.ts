import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port';

export interface PostgresCluster {
  /** Process id of the server, for those who measure it. */
  readonly pid: number;
  url(database: string): string;
  /** Stops the server and cuts its connections; `resume` starts it again with its data on the same port. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian and others put the server programs. */
export function postgresBinFolder(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  for (const folder of [
    ...versions.map((version) => join(root, version, 'bin')),
    '/usr/bin',
    '/usr/local/bin',
  ]) {
    if (existsSync(join(folder, 'initdb'))) return folder;
  }
  throw new Error('PostgreSQL is not installed: apt-get install -y postgresql');
}

/** PostgreSQL refuses to run as root, so root lends the cluster to the user `postgres`. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A throw-away cluster without fsync on a free port of the loopback address. */
export async function startPostgres(): Promise<PostgresCluster> {
  const bin = postgresBinFolder();
  const user = unprivileged();
  const data = mkdtempSync(join(tmpdir(), 'qaitarym-pg-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  const run = { ...user, cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...run,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const settings = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: data };
  const flags = Object.entries({
    ...settings,
    fsync: 'off',
    synchronous_commit: 'off',
    max_connections: '200',
  });
  const url = (database: string) => `postgres://postgres@127.0.0.1:${String(port)}/${database}`;
  const serve = async () => {
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...flags.flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      { ...run, stdio: 'ignore' },
    );
    await waitUntilReady(url('postgres'));
    return server;
  };
  let server = await serve();
  return {
    get pid() {
      return server.pid ?? 0;
    },
    url,
    pause: () => end(server),
    resume: async () => {
      server = await serve();
    },
    stop: async () => {
      await end(server);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 150) throw error;
      await sleep(100);
    }
  }
}

/** A fast shutdown: open connections are cut. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await gone;
}
