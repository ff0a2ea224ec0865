import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port';

const PROGRAM = '/usr/sbin/dovecot';
const RIGHT = 'right';

export interface Dovecot {
  /** `imap://info%40umami.kz@127.0.0.1:<port>/INBOX`. */
  url: string;
  /** Puts a message into the inbox, as a delivery agent would. */
  deliver(raw: string, options?: { at?: number; opened?: boolean }): void;
  /** How many messages lie in the inbox, and how many of them are marked as read. */
  seen(): { seen: number; all: number };
  setPassword(password: string): void;
  /** As after a rebuild of the mailbox: the server counts anew under another UIDVALIDITY. Only while stopped. */
  forgetNumbers(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A throw-away IMAP server with one mailbox, on a free port of the loopback address; `stop` and `start` keep the mail. */
export async function openDovecot(user: string): Promise<Dovecot> {
  if (!existsSync(PROGRAM)) throw new Error('Dovecot is not installed: apt-get install -y dovecot-imapd');
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-dovecot-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const inbox = join(folder, 'mail', 'inbox');
  for (const name of [
    'run',
    'state',
    'mail',
    'mail/inbox',
    'mail/inbox/cur',
    'mail/inbox/new',
    'mail/inbox/tmp',
  ])
    mkdirSync(join(folder, name));
  const owner = mailOwner();
  if (owner.lent) {
    for (const part of ['mail', 'mail/inbox', 'mail/inbox/cur', 'mail/inbox/new', 'mail/inbox/tmp'])
      chownSync(join(folder, part), owner.uid, owner.gid);
  }
  const config = join(folder, 'dovecot.conf');
  const passwords = join(folder, 'passwords');
  writeFileSync(config, configOf(folder, port, owner));
  const setPassword = (password: string) =>
    writeFileSync(passwords, `${user}:{PLAIN}${password}::::::\n`, { mode: 0o644 });
  setPassword(RIGHT);
  let server: ChildProcess | null = null;
  let delivered = 0;

  async function start() {
    server = spawn(PROGRAM, ['-F', '-c', config], { stdio: 'ignore', detached: true });
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 100) throw new Error(`Dovecot does not answer: ${logOf(folder)}`);
      await sleep(100);
    }
  }

  async function stop() {
    const running = server;
    server = null;
    if (!running) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    // The whole group: sessions outlive their master otherwise.
    process.kill(-(running.pid ?? 0), 'SIGTERM');
    await gone;
  }

  await start();
  return {
    url: `imap://${encodeURIComponent(user)}@127.0.0.1:${String(port)}/INBOX`,
    deliver(raw, { at, opened = false } = {}) {
      delivered += 1;
      const name = `${String(1_700_000_000 + delivered)}.M${String(delivered)}P1.host`;
      const file = join(inbox, opened ? 'cur' : 'new', opened ? `${name}:2,S` : name);
      writeFileSync(join(inbox, 'tmp', name), raw);
      writeFileSync(file, raw);
      rmSync(join(inbox, 'tmp', name));
      // Dovecot's INTERNALDATE of a maildir message is the time of its file.
      if (at !== undefined) utimesSync(file, at / 1000, at / 1000);
    },
    seen() {
      const files = ['new', 'cur'].flatMap((part) => readdirSync(join(inbox, part)));
      return { all: files.length, seen: files.filter((file) => /:2,[A-Z]*S/.test(file)).length };
    },
    setPassword,
    forgetNumbers() {
      for (const name of readdirSync(inbox)) {
        if (name.startsWith('dovecot')) rmSync(join(inbox, name), { recursive: true });
      }
    },
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface MailOwner {
  uid: number;
  gid: number;
  /** Root may own no mail in Dovecot, so root lends it to `nobody`. */
  lent: boolean;
}

function mailOwner(): MailOwner {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid, lent: false };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g'), lent: true };
}

/** Dovecot's own processes take the user who starts them, so that the tests need no rights of root. */
function configOf(folder: string, port: number, { uid, gid, lent }: MailOwner): string {
  const { username } = userInfo();
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
auth_failure_delay = 0
default_internal_user = ${lent ? 'dovecot' : username}
${lent ? '' : `default_login_user = ${username}\ndefault_internal_group = ${String(gid)}`}
first_valid_uid = 0
mail_location = maildir:${folder}/mail/inbox
passdb {
  driver = passwd-file
  args = ${folder}/passwords
}
userdb {
  driver = static
  args = uid=${String(uid)} gid=${String(gid)} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

function logOf(folder: string): string {
  const log = join(folder, 'log');
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-600) : 'no log';
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
