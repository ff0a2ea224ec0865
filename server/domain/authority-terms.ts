import type { LocalName } from './calendar';
import type { CalendarDate } from './calendar-date';
import type { Term } from './count-term';
import type { LegalSettings } from './setting-types';

/** Which day is day 0 of an authority's term, or whether there is one. */
export const AUTHORITY_STARTS = ['day_after', 'same_day', 'next_working_day'] as const;
export type AuthorityStart = (typeof AUTHORITY_STARTS)[number];

/**
 * How long the shop has for the answer to a request of an authority, such as the regulator or a court. The
 * administrator owns these; one version holds from its day until the next.
 * @see docs/adr/0013-terms-of-authorities.md
 */
export interface AuthorityTerm extends Term {
  /** Names the kind for good; the obligation's kind is made of it. */
  code: string;
  names: LocalName;
  /**
   * `day_after`: the day of receipt is day 0. `same_day`: it counts as day 1. `next_working_day`: what comes on a day
   * off counts as come on the next working day, which is day 0.
   */
  start: AuthorityStart;
  /** Citation of the law or the order that sets the term. */
  article: string;
  validFrom: CalendarDate;
  /** False from the day on which no new request of the kind is recorded any more. */
  active: boolean;
}

/** The kind of an obligation towards an authority. */
export type AuthorityKind = `authority_${string}`;

export const AUTHORITY_CODE = /^[a-z][a-z0-9_]{1,29}$/;

export function authorityKind(code: string): AuthorityKind {
  return `authority_${code}`;
}

/** The code in the kind of an obligation; null for the terms that law and policy set for every claim. */
export function authorityCode(kind: string): string | null {
  return kind.startsWith('authority_') ? kind.slice('authority_'.length) : null;
}

/** The version that holds on a day; null before the first one. */
export function authorityTermOn(
  terms: readonly AuthorityTerm[],
  code: string,
  day: CalendarDate,
): AuthorityTerm | null {
  const known = terms.filter((term) => term.code === code && term.validFrom <= day);
  return known.reduce<AuthorityTerm | null>(
    (last, term) => (last === null || term.validFrom > last.validFrom ? term : last),
    null,
  );
}

/** An authority's term is read by its own rules: the hours that the shop published for customers do not bind it. */
export function authorityReading(term: AuthorityTerm, settings: LegalSettings): LegalSettings {
  return {
    ...settings,
    receivedCutoff: 'none',
    dayZero: term.start === 'same_day' ? 'same_day' : 'next_day',
  };
}
