import type { CalendarDate } from './calendar-date';
import type { ClaimKind, GoodsState } from './claim';
import type { ClauseKey } from './policy-clauses';

/** Kinds of goods that Art. 30(1) exempts from return, as order imports name them; food stands outside the article. */
export const EXEMPT_CATEGORIES = [
  'medicine',
  'underwear',
  'hosiery',
  'animals_plants',
  'by_metre',
  'cellular_phone',
  'food',
] as const;

export interface PolicyLine {
  category: string;
  individuallyDefined: boolean;
  goods: GoodsState;
  /** What an inspection or the customer's own words say; null while nobody knows. */
  kept: boolean | null;
  /** Whether another claim was granted money for it. */
  refundedBefore: boolean;
}

export interface PolicyPayment {
  status: string;
  currency: string;
  paidMinor: number;
  /** Everything that went back or is reserved, external refunds too. */
  refundedMinor: number;
  paidOn: CalendarDate;
  chargeback: boolean;
}

export interface PolicyFacts {
  kind: ClaimKind;
  demandedAt: number;
  handedOverOn: CalendarDate | null;
  purchasedOn: CalendarDate | null;
  orderFound: boolean;
  lines: readonly PolicyLine[];
  payment: PolicyPayment | null;
  /** Other completed payments of the same order, sum and payer: what a double debit looks like. */
  sameDebits: number;
  requestedMinor: number | null;
  currency: string;
  /** Whether the one who demands is not the one who paid, and whether authority is proved. */
  authority: 'payer' | 'proved' | 'missing';
  /** Other open claims about the same order or payment. */
  possibleDuplicates: number;
  /** Almaty day of judging. */
  today: CalendarDate;
}

export interface PolicyReason {
  /** Stable; screens say it in words (`claim.rule.<code>`). */
  code: string;
  clause: ClauseKey;
  /** Paragraph of the decision letter that tells it. */
  letterKey: string;
  effect: 'accept' | 'manual' | 'reject';
  params?: Record<string, string | number>;
}

/** What the rules say; the last word is a person's. */
export interface Verdict {
  result: PolicyReason['effect'];
  reasons: PolicyReason[];
}
