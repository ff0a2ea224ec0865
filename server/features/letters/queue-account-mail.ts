import type { QueueAccountMail } from '../users';
import { fill } from './fill';
import type { LetterParts } from './queue-letter';
import { queueStaffMail } from './queue-staff-mail';

/** Invitation and forgotten password, in the language of the account. */
export function makeQueueAccountMail(parts: LetterParts): QueueAccountMail {
  return (tx, { kind, to, name, language, link, dedupKey }) =>
    queueStaffMail(tx, parts, {
      kind: 'account',
      to,
      name,
      language,
      subject: fill(language, `subject.${kind}`),
      paragraphs: [
        fill(language, 'greeting', { name }),
        fill(language, kind),
        link,
        fill(language, `${kind}Lives`),
        fill(language, 'closing'),
      ],
      dedupKey,
    });
}
