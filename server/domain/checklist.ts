import { requiredItems, type ClaimKind, type RequiredItem } from './claim';

/** One check of a claim. `ok` is null while neither a rule nor a person has answered. */
export interface Check {
  code: string;
  /** Whether a proposal has to wait for it. */
  required: boolean;
  ok: boolean | null;
  /** True while the answer is the rule's own; a person may overrule it. */
  auto: boolean;
}

export interface CheckFacts {
  missing: readonly RequiredItem[];
  paymentMatched: boolean;
  /** Null when everybody is the payer himself. */
  authorityProved: boolean | null;
  /** Null when the handover date is not known. */
  withinTerm: boolean | null;
  /** Null when no goods come back. */
  goodsInspected: boolean | null;
}

/**
 * What has to be looked at for a kind of claim. Rules answer what they can prove; whether the person on the ID
 * copy is the one who signed, and whether a thing was used, only a person can say. A lost receipt is never
 * asked for outside mistaken operations (Law 274-IV Art. 30(1)).
 */
export function initialChecklist(kind: ClaimKind, facts: CheckFacts): Check[] {
  const papers = requiredItems(kind).map((code) =>
    check(code, true, facts.missing.includes(code) ? null : true),
  );
  return [
    ...papers,
    check('same_person', true, null),
    check('payment_matched', true, facts.paymentMatched || null),
    ...(facts.authorityProved === null ? [] : [check('authority', true, facts.authorityProved || null)]),
    ...byKind(kind, facts),
    ...(facts.goodsInspected === null ? [] : [check('goods', false, facts.goodsInspected || null)]),
  ];
}

/** Codes of required checks that nobody has answered with yes; a proposal to refund is refused while there are any. */
export function openItems(checklist: readonly Check[]): string[] {
  return checklist.filter(({ required, ok }) => required && ok !== true).map(({ code }) => code);
}

/** New facts over an old list: what a person has answered stays, what a rule answered is answered anew. */
export function mergeChecklist(old: readonly Check[], fresh: readonly Check[]): Check[] {
  return fresh.map((each) => {
    const known = old.find(({ code }) => code === each.code);
    return known && !known.auto ? { ...known, required: each.required } : each;
  });
}

function byKind(kind: ClaimKind, { withinTerm }: CheckFacts): Check[] {
  switch (kind) {
    case 'refusal_after_handover':
      return [check('within_term', false, withinTerm), check('appearance', false, null)];
    case 'mistaken_operation':
      return [check('double_debit', false, null)];
    case 'defective':
      return [check('defect', false, null)];
    default:
      return [];
  }
}

function check(code: string, required: boolean, ok: boolean | null): Check {
  return { code, required, ok, auto: true };
}
