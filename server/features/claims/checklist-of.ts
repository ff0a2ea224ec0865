import { requiredItems } from '../../domain/claim';
import type { ClaimEntity } from './claim.entity';
import type { ChecklistItem } from './claim.types';
import type { ClaimFacts } from './claim-facts';
import type { Completeness } from './completeness';

/** What the rules ask of a claim before money may move; `ok` is the rule's own answer, null when only a person can. */
interface Question {
  code: string;
  required: boolean;
  ok: boolean | null;
}

/**
 * The checklist as it stands now: rules answer what they can, a person's answer stays until the question goes
 * away or a newer paper answers it.
 */
export function checklistOf(
  claim: ClaimEntity,
  facts: ClaimFacts,
  { missing }: Completeness,
): ChecklistItem[] {
  return questionsFor(claim, facts, missing).map(({ code, required, ok }) => {
    const known = claim.checklist.find((item) => item.code === code);
    if (!known || known.auto) return { ...keepFailure(known), code, required, ok, auto: true };
    const answeredAnew =
      known.ok === false && ok === true && requiredItems(claim.kind).some((item) => item === code);
    return answeredAnew ? { ...keepFailure(known), code, required, ok, auto: true } : { ...known, required };
  });
}

/** Codes of required items that nobody has answered with yes. */
export function openChecks(checklist: readonly ChecklistItem[]): string[] {
  return checklist.filter(({ required, ok }) => required && ok !== true).map(({ code }) => code);
}

/** Somebody else's claim: the one who demands is not the one who paid, or acts for another. */
export function needsAuthority(claim: Pick<ClaimEntity, 'payer' | 'representative'>): boolean {
  return claim.payer !== null || claim.representative !== null;
}

function keepFailure(known: ChecklistItem | undefined): Pick<ChecklistItem, 'failedAt'> {
  return known?.failedAt === undefined ? {} : { failedAt: known.failedAt };
}

function questionsFor(claim: ClaimEntity, facts: ClaimFacts, missing: readonly string[]): Question[] {
  const papers = requiredItems(claim.kind).map((code) => ({
    code,
    required: true,
    ok: missing.includes(code) ? null : true,
  }));
  const questions: Question[] = [
    ...papers,
    { code: 'same_person', required: true, ok: null },
    { code: 'payment_matched', required: true, ok: claim.paymentId === null ? null : true },
  ];
  if (needsAuthority(claim)) {
    const proved = [claim.payer, claim.representative].every(
      (party) => party === null || party.authorityProved === true,
    );
    questions.push({ code: 'authority', required: true, ok: proved ? true : null });
  }
  if (claim.kind === 'refusal_after_handover') {
    const within = claim.verdict ? !claim.verdict.reasons.some(({ code }) => code === 'out_of_term') : null;
    questions.push({ code: 'within_term', required: false, ok: claim.handedOverOn === null ? null : within });
    questions.push({ code: 'appearance', required: false, ok: null });
  }
  if (claim.kind === 'mistaken_operation')
    questions.push({ code: 'double_debit', required: false, ok: null });
  if (claim.kind === 'defective') questions.push({ code: 'defect', required: false, ok: null });
  if (facts.lines.some(({ goods }) => goods !== 'not_needed')) {
    const back = facts.lines.every(({ goods }) => goods === 'not_needed' || goods === 'inspected');
    questions.push({ code: 'goods', required: false, ok: back ? true : null });
  }
  return questions;
}
