import type { Tx } from '../../adapters/db/unit-of-work';
import { type AuthorityTerm, authorityKind, authorityTermOn } from '../../domain/authority-terms';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Language } from '../../domain/claim';
import { AuthorityTermEntity } from './authority-term.entity';

/** Every version of every kind, oldest first. */
export async function loadAuthorityTerms(tx: Tx): Promise<AuthorityTerm[]> {
  const rows = await tx.find(AuthorityTermEntity, { order: { validFrom: 'ASC' } });
  return rows.map(termOf);
}

/** How the obligations towards authorities are called on a day, by their kind. */
export async function authorityNames(
  tx: Tx,
  language: Language,
  onDate: CalendarDate,
): Promise<ReadonlyMap<string, string>> {
  const terms = await loadAuthorityTerms(tx);
  const codes = [...new Set(terms.map(({ code }) => code))];
  return new Map(
    codes.flatMap((code) => {
      const term = authorityTermOn(terms, code, onDate) ?? terms.find((each) => each.code === code);
      return term ? [[authorityKind(code), term.names[language]]] : [];
    }),
  );
}

export function termOf(row: AuthorityTermEntity): AuthorityTerm {
  const { code, nameKk: kk, nameRu: ru, nameEn: en, days, unit, rollForward, start } = row;
  const { article, active, validFrom } = row;
  return { code, names: { kk, ru, en }, days, unit, rollForward, start, article, active, validFrom };
}
