import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { queueMessage } from '../messages';
import type { QueueAccountMail } from '../users';
import { fill } from './fill';
import { legalFoot } from './legal-foot';
import { letterHtml } from './letter-html';
import type { LetterParts } from './queue-letter';

/** Invitation and forgotten password, in the language of the account. */
export function makeQueueAccountMail(parts: LetterParts): QueueAccountMail {
  return async (tx, { kind, to, name, language, link, dedupKey }) => {
    const text = [
      fill(language, 'greeting', { name }),
      fill(language, kind),
      link,
      fill(language, `${kind}Lives`),
      fill(language, 'closing'),
    ].join('\n\n');
    const foot = legalFoot(DEFAULT_LEGAL_ENTITY, language);
    await queueMessage(tx, parts, {
      claim: null,
      kind: 'account',
      language,
      letter: {
        from: parts.mailFrom,
        to,
        toName: name,
        subject: fill(language, `subject.${kind}`),
        text: `${text}\n\n-- \n${foot}\n`,
        html: letterHtml(language, text, foot),
        references: [],
        blanks: [],
      },
      inReplyTo: null,
      automatic: true,
      documentIds: [],
      authorId: null,
      dedupKey,
      now: parts.clock.now(),
    });
  };
}
