import type { WorkingCalendar } from './calendar';
import { goodsRules } from './policy-goods';
import type { PolicyFacts, PolicyReason, Verdict } from './policy-facts';
import { moneyRules } from './policy-money';
import { reason } from './policy-reason';
import { returnWindow } from './return-window';
import type { LegalSettings } from './setting-types';

/**
 * Runs the rule chain over the facts of a claim (docs/rules.md R-08 … R-14).
 *
 * `reject` is a suggestion, given only where the policy itself names the ground; no rule ever closes a claim
 * (Law 94-V Art. 19-1: a person confirms every refusal). Individually-defined goods are always a person's
 * decision, so they turn a suggestion to reject into `manual`. Reasons against come before reasons for.
 */
export function judge(facts: PolicyFacts, settings: LegalSettings, calendar: WorkingCalendar): Verdict {
  const reasons = [
    ...groundRules(facts, settings, calendar),
    ...goodsRules(facts, settings),
    ...moneyRules(facts, settings),
  ];
  const of = (effect: PolicyReason['effect']) => reasons.filter((each) => each.effect === effect);
  const [reject, manual, accept] = [of('reject'), of('manual'), of('accept')];
  const personDecides = manual.some(({ code }) => code === 'individually_defined');
  if (reject.length > 0 && !personDecides) return { result: 'reject', reasons: [...reject, ...manual] };
  if (manual.length > 0) return { result: 'manual', reasons: [...manual, ...reject] };
  return { result: 'accept', reasons: accept };
}

/** Whether the demand has a ground at all, by its kind. */
function groundRules(facts: PolicyFacts, settings: LegalSettings, calendar: WorkingCalendar): PolicyReason[] {
  switch (facts.kind) {
    case 'refusal_before_handover':
      return facts.handedOverOn !== null && facts.handedOverOn <= facts.today
        ? [reason('handover_contradicts', 'policy.refund.1', 'manual', { handedOverOn: facts.handedOverOn })]
        : [reason('before_handover', 'policy.refund.1', 'accept')];
    case 'refusal_after_handover':
      return [windowRule(facts, settings, calendar)];
    case 'mistaken_operation':
      return facts.sameDebits > 0
        ? [reason('double_debit_found', 'policy.mistaken', 'accept', { count: facts.sameDebits })]
        : [reason('debit_to_compare', 'policy.mistaken', 'manual')];
    case 'defective':
      return [reason('defect_to_confirm', 'law274.14', 'manual')];
    case 'other':
      return [reason('other_demand', 'law274.42-4.2', 'manual')];
  }
}

function windowRule(facts: PolicyFacts, settings: LegalSettings, calendar: WorkingCalendar): PolicyReason {
  const { handedOverOn, demandedAt, purchasedOn } = facts;
  if (handedOverOn === null) return reason('handover_unknown', 'policy.refund.1', 'manual');
  const { lastOn, within } = returnWindow(demandedAt, handedOverOn, purchasedOn, calendar, settings);
  const params = { handedOverOn, lastOn };
  return within
    ? reason('in_term', 'policy.refund.1', 'accept', params)
    : reason('out_of_term', 'policy.refund.1', 'reject', params);
}
