import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { Unavailable } from '../../domain/errors';
import { MAX_MAIL_BYTES, type Mailbox, type MailIntake } from '../../mailbox-port';
import type { Clock, Ids, Log } from '../../ports';

const MAX_CLIENTS = 20;
const IDLE_MS = 60_000;
/** Sessions still open at a stop are cut after this long; their senders try again. */
const CLOSE_MS = 3_000;

interface Parts {
  clock: Clock;
  ids: Ids;
  log: Log;
}

/**
 * Our own SMTP listener. 250 is answered only after the message has its outcome, committed; whatever goes wrong on
 * our side is a 4xx, so the sender's server keeps the message and tries again.
 */
export function smtpListener(url: URL, { clock, ids, log }: Parts): Mailbox {
  let intake: MailIntake | null = null;
  let listening = false;
  let stopping = false;
  const inHand = new Set<Promise<void>>();

  const server = new SMTPServer({
    name: 'qaitarym',
    banner: 'Qaitarym',
    size: MAX_MAIL_BYTES,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: MAX_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: CLOSE_MS,
    onData(stream, session, done) {
      const work = receive(stream, session).then(
        () => done(null),
        (error: unknown) => done(asReply(error)),
      );
      inHand.add(work);
      void work.finally(() => inHand.delete(work));
    },
  });
  // A client that hangs up in the middle is no fault of ours.
  server.on('error', (error) =>
    log.warn({ code: (error as NodeJS.ErrnoException).code }, 'smtp session ended'),
  );

  async function receive(stream: Readable, session: SMTPServerSession): Promise<void> {
    const raw = await collect(stream);
    if (stopping || !intake) throw reply(421, 'Stopping, try again later');
    const { mailFrom, rcptTo } = session.envelope;
    try {
      await intake.take({
        sourceKey: `smtp:${ids.next()}`,
        receivedAt: clock.now(),
        envelopeFrom: mailFrom ? mailFrom.address : '',
        envelopeTo: rcptTo.map(({ address }) => address),
        raw,
      });
    } catch (error) {
      log.error({ cause: nameOf(error) }, 'mail not taken, the sender keeps it');
      throw error;
    }
  }

  return {
    async start(given) {
      intake = given;
      await new Promise<void>((resolve, reject) => {
        const failed = (error: Error) => reject(error);
        server.once('error', failed);
        server.listen(Number(url.port || 25), url.hostname.replace(/^\[|\]$/g, ''), () => {
          server.off('error', failed);
          listening = true;
          resolve();
        });
      });
    },
    async stop() {
      stopping = true;
      if (listening) await new Promise<void>((resolve) => server.close(resolve));
      listening = false;
      await Promise.allSettled(inHand);
    },
    probe: () =>
      listening
        ? Promise.resolve()
        : Promise.reject(new Unavailable('The mail listener does not listen', { part: 'mail' })),
  };
}

/** Over the limit the rest is read and forgotten, because the sender listens only at the end. */
async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_MAIL_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > MAX_MAIL_BYTES) throw reply(552, 'Message is larger than 40 MB');
  return Buffer.concat(chunks);
}

interface ReplyError extends Error {
  responseCode: number;
}

function reply(responseCode: number, text: string): ReplyError {
  return Object.assign(new Error(text), { responseCode });
}

/** What the sender reads: never the inner text of a fault. */
function asReply(error: unknown): ReplyError {
  if (error instanceof Error && 'responseCode' in error) return error as ReplyError;
  return reply(error instanceof Unavailable ? 452 : 451, 'Cannot keep the message now, try again later');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
