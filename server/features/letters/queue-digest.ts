import type { Tx } from '../../adapters/db/unit-of-work';
import type { StaffDigest } from '../clocks';
import { DIGEST_WORDS } from './digest-words';
import { fill, fillText } from './fill';
import { letterDate } from './letter-dates';
import type { LetterParts } from './queue-letter';
import { queueStaffMail } from './queue-staff-mail';

/** Lines of one mail; the rest is on the screen. */
const SHOWN = 50;

/** Writes the mail about terms in the language of the member of staff; it names claims, never customers. */
export function makeQueueDigest(parts: LetterParts & { publicUrl: string }) {
  return async (tx: Tx, { to, name, language, lines, dedupKey }: StaffDigest): Promise<void> => {
    const words = DIGEST_WORDS[language];
    const count = (all: number) => ({ count: String(all) });
    const left = lines.length - SHOWN;
    const paragraphs = [
      fill(language, 'greeting', { name }),
      words.intro,
      ...lines.slice(0, SHOWN).map(({ claimId, number, kind, name: authority, step, dueOn }) => {
        const values = {
          number,
          term: authority ?? (words.term as Record<string, string>)[kind] ?? kind,
          date: letterDate(language, dueOn),
          step: words.step[step],
        };
        return `${fillText(words.line, values)}\n${parts.publicUrl}/#/claims/${claimId}`;
      }),
      ...(left > 0 ? [`${fillText(words.more, count(left))}\n${parts.publicUrl}/#/warnings`] : []),
      words.why,
      fill(language, 'closing'),
    ];
    await queueStaffMail(tx, parts, {
      kind: 'digest',
      to,
      name,
      language,
      subject: fillText(words.subject, count(lines.length)),
      paragraphs,
      dedupKey,
    });
  };
}
