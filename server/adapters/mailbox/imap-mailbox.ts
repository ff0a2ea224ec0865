import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../../domain/errors';
import { MAX_MAIL_BYTES, type Mailbox, type MailIntake } from '../../mailbox-port';
import type { Clock, Log } from '../../ports';
import { returnPathOf } from './return-path';

/** IDLE tells of new mail at once; this is for servers whose IDLE is asleep, and proves that the connection lives. */
const POLL_MS = 8_000;
const ANSWER_MS = 8_000;
const CONNECT_MS = 10_000;
const DELAYS_MS = [1_000, 2_000, 5_000, 10_000];
/** Of a message over the limit only the beginning is kept, for a person to see who wrote. */
const HEAD_BYTES = 1024 * 1024;

/**
 * Reads a mailbox over IMAP. Nothing is moved or deleted; `\Seen` is set after the commit. Whether somebody has opened
 * a message does not matter: the position (UIDVALIDITY and UID) says what is new.
 */
export function imapMailbox(
  url: URL,
  { imapPassword, clock, log }: { imapPassword: string | undefined; clock: Clock; log: Log },
): Mailbox {
  const secure = url.protocol === 'imaps:';
  const user = decodeURIComponent(url.username);
  const path = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  const mailbox = `${user}@${url.host}/${path}`.slice(0, 140);
  const closing = new AbortController();
  let reading = false;
  let loop: Promise<void> = Promise.resolve();

  const connect = (Flow: typeof ImapFlow) =>
    new Flow({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || (secure ? 993 : 143)),
      secure,
      ...(secure ? {} : { doSTARTTLS: false }),
      auth: { user, pass: imapPassword ?? '' },
      logger: false,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      disableAutoIdle: true,
    });

  async function run(intake: MailIntake): Promise<void> {
    // Loaded for a mailbox alone: the listener has no use for it.
    const { ImapFlow: Flow } = await import('imapflow');
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const client = connect(Flow);
      const lost = new Promise<never>((_, reject) => {
        client.on('close', () => reject(new Unavailable('The mailbox closed the connection')));
        client.on('error', reject);
      });
      lost.catch(() => undefined);
      const cut = () => client.close();
      closing.signal.addEventListener('abort', cut, { once: true });
      try {
        await within(CONNECT_MS, client.connect());
        await Promise.race([within(ANSWER_MS, client.mailboxOpen(path)), lost]);
        failures = 0;
        await follow(client, intake, lost);
      } catch (error) {
        reading = false;
        if (!isClosing()) log.warn({ cause: codeOf(error), failures }, 'mailbox lost, trying again');
      } finally {
        closing.signal.removeEventListener('abort', cut);
        client.close();
      }
      const delay = DELAYS_MS[Math.min(failures, DELAYS_MS.length - 1)];
      await sleep(delay, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const isClosing = () => closing.signal.aborted;

  async function follow(client: ImapFlow, intake: MailIntake, lost: Promise<never>): Promise<void> {
    let ring = (): void => undefined;
    client.on('exists', () => ring());
    while (!closing.signal.aborted) {
      const news = new Promise<void>((resolve) => (ring = resolve));
      const wasTaken = await takeNew(client, intake, lost);
      reading = true;
      // The intake could not keep a message: it stays unread at the server and is offered again.
      if (wasTaken) await waitForNews(client, news, lost);
      else await Promise.race([sleep(POLL_MS, undefined, { signal: closing.signal }), lost]);
    }
  }

  async function waitForNews(client: ImapFlow, news: Promise<void>, lost: Promise<never>): Promise<void> {
    void client.idle().catch(() => undefined);
    await Promise.race([news, sleep(POLL_MS, undefined, { signal: closing.signal }), lost]);
    await Promise.race([within(ANSWER_MS, client.noop()), lost]);
  }

  /** False when the intake kept a message from being taken. */
  async function takeNew(client: ImapFlow, intake: MailIntake, lost: Promise<never>): Promise<boolean> {
    if (!client.mailbox) throw new Unavailable('No mailbox is open');
    const uidValidity = String(client.mailbox.uidValidity);
    const position = await intake.positionOf(mailbox);
    const last = position?.uidValidity === uidValidity ? position.uid : 0;
    // `n:*` always names the last message, also when it is older than n.
    const found = await Promise.race([
      within(ANSWER_MS, client.search({ uid: `${last + 1}:*` }, { uid: true })),
      lost,
    ]);
    const uids = (found === false || found === undefined ? [] : found)
      .filter((uid) => uid > last)
      .sort((a, b) => a - b);
    for (const uid of uids) {
      if (closing.signal.aborted) return true;
      const message = await Promise.race([fetchOne(client, uid), lost]);
      if (!message?.source) continue;
      try {
        await intake.take({
          sourceKey: `imap:${mailbox};${uidValidity};${uid}`,
          receivedAt: message.internalDate ? new Date(message.internalDate).getTime() : clock.now(),
          envelopeFrom: returnPathOf(message.source),
          envelopeTo: [],
          raw: message.source,
          cut: (message.size ?? 0) > MAX_MAIL_BYTES,
          position: { mailbox, uidValidity, uid },
        });
      } catch (error) {
        log.error({ cause: codeOf(error), uid }, 'mail not taken, it is tried again');
        return false;
      }
      await Promise.race([
        within(ANSWER_MS, client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })),
        lost,
      ]);
    }
    return true;
  }

  return {
    start(intake) {
      loop = run(intake);
      return Promise.resolve();
    },
    async stop() {
      closing.abort();
      await loop;
    },
    probe: () =>
      reading
        ? Promise.resolve()
        : Promise.reject(new Unavailable('The mailbox cannot be read', { part: 'mail' })),
  };
}

/** Gone between search and fetch: somebody deleted it, so there is nothing to take. */
async function fetchOne(client: ImapFlow, uid: number): Promise<FetchMessageObject | null> {
  const facts = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (!facts) return null;
  const source = (facts.size ?? 0) > MAX_MAIL_BYTES ? { start: 0, maxLength: HEAD_BYTES } : true;
  const message = await client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
  return message ? { ...message, size: facts.size } : null;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('The mailbox does not answer')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The server's own words may hold the address of the mailbox. */
function codeOf(error: unknown): string {
  const { code, authenticationFailed } = error as { code?: string; authenticationFailed?: boolean };
  if (authenticationFailed) return 'refused-password';
  return code ?? (error instanceof Error ? error.name : 'unknown');
}
