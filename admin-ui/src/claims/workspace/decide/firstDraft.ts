import type { ReasonCode } from '../../../../../server/domain/claim';
import { typedMoney } from '../../../shared/format';
import type { Claim } from '../../../shared/types';
import type { Draft } from '../decision';

/** Reasons that only a rejection can have. */
export const REJECT_REASONS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'out_of_term',
  'individually_defined',
  'goods_used',
  'not_our_payment',
  'no_ground',
]);

const USUAL_REASON: Record<Claim['kind'], ReasonCode> = {
  refusal_before_handover: 'changed_mind_before_handover',
  refusal_after_handover: 'changed_mind_after_handover',
  mistaken_operation: 'double_debit',
  defective: 'defect',
  other: 'other',
};

/** The usual case filled in: the whole sum, the reason that goes with the kind. */
export function firstDraft(claim: Claim): Draft {
  return {
    mode: 'whole',
    lines: claim.lines.filter((line) => line.askedMinor > 0).map((line) => line.id),
    amount: typedMoney(claim.requestedMinor),
    reasonCode: USUAL_REASON[claim.kind],
    note: '',
  };
}
