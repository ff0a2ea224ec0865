import type { Tx } from '../../adapters/db/unit-of-work';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import type { StaffDigest } from '../clocks';
import { queueMessage } from '../messages';
import { DIGEST_WORDS } from './digest-words';
import { fill, fillText } from './fill';
import { legalFoot } from './legal-foot';
import { letterDate } from './letter-dates';
import { letterHtml } from './letter-html';
import type { LetterParts } from './queue-letter';

/** Lines of one mail; the rest is on the screen. */
const SHOWN = 50;

/** Writes the mail about terms in the language of the member of staff; it names claims, never customers. */
export function makeQueueDigest(parts: LetterParts & { publicUrl: string }) {
  return async (tx: Tx, { to, name, language, lines, dedupKey }: StaffDigest): Promise<void> => {
    const words = DIGEST_WORDS[language];
    const count = (all: number) => ({ count: String(all) });
    const left = lines.length - SHOWN;
    const text = [
      fill(language, 'greeting', { name }),
      words.intro,
      ...lines.slice(0, SHOWN).map(({ claimId, number, kind, step, dueOn }) => {
        const values = {
          number,
          term: words.term[kind],
          date: letterDate(language, dueOn),
          step: words.step[step],
        };
        return `${fillText(words.line, values)}\n${parts.publicUrl}/#/claims/${claimId}`;
      }),
      ...(left > 0 ? [`${fillText(words.more, count(left))}\n${parts.publicUrl}/#/warnings`] : []),
      words.why,
      fill(language, 'closing'),
    ].join('\n\n');
    const foot = legalFoot(DEFAULT_LEGAL_ENTITY, language);
    await queueMessage(tx, parts, {
      claim: null,
      kind: 'digest',
      language,
      letter: {
        from: parts.mailFrom,
        to,
        toName: name,
        subject: fillText(words.subject, count(lines.length)),
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
