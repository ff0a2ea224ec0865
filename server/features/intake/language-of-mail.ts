import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import { detectLanguage } from '../../domain/language';
import { ClaimEntity } from '../claims';
import { CustomerEntity } from '../customers';

export interface MailLanguage {
  language: Language;
  source: ClaimEntity['languageSource'];
}

/**
 * The language to answer in: what staff chose for this customer, else what the letter (or the Application with it) is
 * surely written in, else the customer's earlier one, else a guess, which is answered in Kazakh and Russian.
 */
export async function languageOfMail(
  tx: Tx,
  address: string,
  letter: { subject: string; text: string },
  paperText: string,
): Promise<MailLanguage> {
  const customers = await tx.findBy(CustomerEntity, { email: address });
  for (const { id } of customers) {
    const chosen = await tx.findOne(ClaimEntity, {
      where: { customerId: id, languageSource: 'staff' },
      order: { createdAt: 'DESC' },
    });
    if (chosen) return { language: chosen.language, source: 'staff' };
  }
  const guess = detectLanguage(letter.subject, letter.text);
  if (guess.both) return { language: guess.language, source: 'unsure' };
  if (guess.sure) return { language: guess.language, source: 'detected' };
  const earlier = customers.find(({ language }) => language !== null)?.language;
  if (earlier) return { language: earlier, source: 'customer' };
  const paper = detectLanguage('', paperText);
  if (paper.sure && !paper.both) return { language: paper.language, source: 'detected' };
  return { language: guess.language, source: 'unsure' };
}
