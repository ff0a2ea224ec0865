import { requiredItems, type ClaimKind, type RequiredItem } from './claim';

/** One line of the checklist. `ok` is null while nobody (and no rule) has answered. */
export interface ChecklistItem {
  code: string;
  /** Whether a proposal to refund has to wait for it. */
  required: boolean;
  ok: boolean | null;
  /** Answered by a rule; a person may overrule it. */
  auto: boolean;
  note?: string;
  byId?: string;
  at?: number;
  /** When a person last found it wanting: papers that came before no longer count, while it stands. */
  failedAt?: number;
}

/** What the rules know of a claim before money may move. */
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
 * What has to be looked at, over the list as it stood: rules answer what they can prove, a person's answer stays
 * until the question goes away or a newer paper answers it. Whether the person on the ID copy is the one who
 * signed, and whether a thing was used, only a person can say. A lost receipt is never asked for outside mistaken
 * operations (Law 274-IV Art. 30(1)).
 */
export function checklistOf(
  kind: ClaimKind,
  facts: CheckFacts,
  old: readonly ChecklistItem[],
): ChecklistItem[] {
  const papers: readonly string[] = requiredItems(kind);
  return questionsOf(kind, facts).map((question) => {
    const known = old.find(({ code }) => code === question.code);
    const failure = known?.failedAt === undefined ? {} : { failedAt: known.failedAt };
    if (!known || known.auto) return { ...failure, ...question, auto: true };
    const isAnsweredAnew = known.ok === false && question.ok === true && papers.includes(known.code);
    return isAnsweredAnew
      ? { ...failure, ...question, auto: true }
      : { ...known, required: question.required };
  });
}

/** Codes of required checks that nobody has answered with yes; a proposal to refund is refused while there are any. */
export function openChecks(checklist: readonly ChecklistItem[]): string[] {
  return checklist.filter(({ required, ok }) => required && ok !== true).map(({ code }) => code);
}

type Question = Pick<ChecklistItem, 'code' | 'required' | 'ok'>;

function questionsOf(kind: ClaimKind, facts: CheckFacts): Question[] {
  const { missing, paymentMatched, authorityProved, goodsInspected } = facts;
  const papers = requiredItems(kind).map((code) => ask(code, true, missing.includes(code) ? null : true));
  return [
    ...papers,
    ask('same_person', true, null),
    ask('payment_matched', true, paymentMatched || null),
    ...(authorityProved === null ? [] : [ask('authority', true, authorityProved || null)]),
    ...questionsOfKind(kind, facts),
    ...(goodsInspected === null ? [] : [ask('goods', false, goodsInspected || null)]),
  ];
}

function questionsOfKind(kind: ClaimKind, { withinTerm }: CheckFacts): Question[] {
  switch (kind) {
    case 'refusal_after_handover':
      return [ask('within_term', false, withinTerm), ask('appearance', false, null)];
    case 'mistaken_operation':
      return [ask('double_debit', false, null)];
    case 'defective':
      return [ask('defect', false, null)];
    default:
      return [];
  }
}

function ask(code: string, required: boolean, ok: boolean | null): Question {
  return { code, required, ok };
}
