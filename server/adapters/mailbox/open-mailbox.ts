import type { Mailbox } from '../../mailbox-port';
import type { Clock, Ids, Log } from '../../ports';
import { imapMailbox } from './imap-mailbox';
import { smtpListener } from './smtp-listener';

export interface MailboxConfig {
  /** `smtp://host:port` is our own listener, `imap(s)://user@host[:port]/MAILBOX` somebody's mailbox. */
  intake: string;
  imapPassword: string | undefined;
  clock: Clock;
  ids: Ids;
  log: Log;
}

/** The source of mail that `MAIL_INTAKE` names. */
export function openMailbox(config: MailboxConfig): Mailbox {
  const url = new URL(config.intake);
  return url.protocol === 'smtp:' ? smtpListener(url, config) : imapMailbox(url, config);
}
