import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Unavailable } from '../../domain/errors';
import type { MailSender, OutgoingMail } from '../../ports';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const TIMEOUT_MS = 20_000;

/** The mail server refuses this letter for good (an unknown recipient, a forbidden size); sending it again is no use. */
export class LetterRefused extends Error {
  readonly permanent = true;
  constructor(readonly responseCode: number) {
    super(`The mail server answered ${responseCode}`);
    this.name = 'LetterRefused';
  }
}

/**
 * Hands letters to the mail server of `smtpUrl`; without one (the demo) keeps each as an `.eml` file.
 * TLS is demanded everywhere but on the loopback address.
 */
export function openMailSender(where: {
  smtpUrl: string | undefined;
  outboxFolder: string;
  /** Aborted when the process must go: a letter in hand counts as not taken and is sent again later. */
  giveUp?: AbortSignal;
}): MailSender {
  return where.smtpUrl === undefined ? outbox(where.outboxFolder) : mailServer(where.smtpUrl, where.giveUp);
}

function mailServer(smtpUrl: string, giveUp: AbortSignal | undefined): MailSender {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const loopback = LOOPBACK.has(url.hostname);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !loopback,
    ignoreTLS: !secure && loopback,
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await unlessAborted(giveUp, transport.sendMail(asMessage(mail)));
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        // 5xx at sign-in is our configuration, not the letter.
        if (
          responseCode !== undefined &&
          responseCode >= 500 &&
          (code === 'EENVELOPE' || code === 'EMESSAGE')
        ) {
          throw new LetterRefused(responseCode);
        }
        // The server's own text may hold the address, so it goes no further.
        throw new Unavailable('The mail server did not take the letter', {
          part: 'mail',
          code,
          responseCode,
        });
      }
    },
  };
}

async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  work.catch(() => undefined);
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new Unavailable('The process is ending', { part: 'mail' }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** A sandbox outbox: one file a letter, named by its Message-ID, so a letter sent again overwrites itself. */
function outbox(folder: string): MailSender {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(asMessage(mail));
      await mkdir(folder, { recursive: true });
      const name = `${mail.messageId.replace(/[^\w.-]/g, '_')}.eml`;
      const temporary = join(folder, `.${name}.part`);
      try {
        const file = await open(temporary, 'w', 0o600);
        await file.writeFile(message as Buffer);
        await file.close();
        await rename(temporary, join(folder, name));
      } catch (error) {
        await rm(temporary, { force: true });
        throw new Unavailable('The outbox folder refused the letter', {
          part: 'mail',
          code: (error as { code?: string }).code,
        });
      }
    },
  };
}

/** RFC 3834: what a machine wrote says so, and asks for no automatic answer. */
function asMessage(mail: OutgoingMail): SendMailOptions {
  const { from, replyTo, subject, text, html, messageId, inReplyTo, references, language, automatic } = mail;
  return {
    from,
    // Given as an object, an address can never become two.
    to: { name: '', address: mail.to },
    replyTo,
    subject,
    text,
    html,
    messageId,
    inReplyTo,
    references,
    headers: {
      'Content-Language': language,
      'X-Auto-Response-Suppress': 'All',
      ...(automatic ? { 'Auto-Submitted': inReplyTo ? 'auto-replied' : 'auto-generated' } : {}),
    },
    attachments: mail.attachments.map(({ name, contentType, content }) => ({
      filename: name,
      contentType,
      content,
    })),
  };
}
