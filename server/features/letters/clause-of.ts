import type { ClaimKind, Language, ReasonCode } from '../../domain/claim';
import { type ClauseKey, POLICY_CLAUSES } from '../../domain/policy-clauses';

/** The clause that a decision rests on, as a letter names and quotes it. */
export function clauseOf(
  kind: ClaimKind,
  reasonCode: ReasonCode,
  language: Language,
): { name: string; quote: string } {
  const key =
    BY_REASON[reasonCode] ?? (kind === 'mistaken_operation' ? 'policy.mistaken' : 'policy.refund.1');
  const { name, text } = POLICY_CLAUSES[key];
  return { name: name[language], quote: text[language].replace(/\.$/, '') };
}

const BY_REASON: Partial<Record<ReasonCode, ClauseKey>> = {
  out_of_term: 'policy.refund.1',
  changed_mind_before_handover: 'policy.refund.1',
  changed_mind_after_handover: 'policy.refund.1',
  not_delivered: 'policy.refund.1',
  goods_used: 'policy.refund.2',
  no_ground: 'policy.refund.2',
  individually_defined: 'policy.refund.3',
  double_debit: 'policy.mistaken',
  wrong_amount: 'policy.mistaken',
  not_our_payment: 'policy.card',
};
