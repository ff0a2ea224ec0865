import type { MailReader } from '../../mailbox-port';
import type { Log } from '../../ports';
import type { ClaimParts } from '../claims';

/** What taking mail in needs: everything of a claim, and the reader of foreign messages. */
export interface IntakeParts extends ClaimParts {
  log: Log;
  mailReader: MailReader;
  /** Our own address, such as `UMAMI <info@umami.kz>`. */
  mailFrom: string;
}
