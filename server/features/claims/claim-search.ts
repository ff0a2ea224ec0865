import type { SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { foldForSearch } from '../../domain/fold';
import type { ClaimEntity } from './claim.entity';
import { ClaimSearchEntity } from './claim.entity';

interface Findable {
  number: string;
  orderNumber: string | null;
  customer: { name: string; email: string | null };
}

const MAX_WORDS = 8;

/** Rewrites the words that find a claim: its number, the order's, the mail address, each word of the name. */
export async function indexClaim(tx: Tx, claimId: string, facts: Findable): Promise<void> {
  await tx.delete(ClaimSearchEntity, { claimId });
  const terms = new Set([
    ...wordsOf(facts.number),
    ...wordsOf(facts.orderNumber ?? ''),
    ...wordsOf(facts.customer.email ?? ''),
    ...wordsOf(facts.customer.name),
  ]);
  if (terms.size === 0) return;
  await tx.insert(
    ClaimSearchEntity,
    [...terms].map((term) => ({ claimId, term })),
  );
}

/** `q`: every word must begin a word of the claim. Values only, LIKE wildcards escaped. */
export function searchClaims(query: SelectQueryBuilder<ClaimEntity>, text: string): void {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  if (words.length === 0) {
    query.andWhere('1 = 0');
    return;
  }
  for (const [index, word] of words.entries()) {
    const key = `word${index}`;
    const found = query
      .subQuery()
      .select('term.claimId')
      .from(ClaimSearchEntity, 'term')
      .where(`term.term LIKE :${key} ESCAPE '\\'`)
      .getQuery();
    query.andWhere(`row.id IN ${found}`, { [key]: `${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` });
  }
}

/** Words as the index keeps them; parts of a hyphenated name count too. */
function wordsOf(text: string): string[] {
  const words = foldForSearch(text)
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, 254));
  return [...new Set(words.filter((word) => word !== ''))];
}
