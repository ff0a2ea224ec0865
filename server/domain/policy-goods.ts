import { EXEMPT_CATEGORIES, type PolicyFacts, type PolicyReason } from './policy-facts';
import { reason } from './policy-reason';
import type { LegalSettings } from './setting-types';

/**
 * Rules about the things that come back. Before handover and for mistaken operations the goods never left the
 * shop, for defects other law counts (reference §5), so those claims pass.
 */
export function goodsRules(
  { kind, lines, orderFound }: PolicyFacts,
  settings: LegalSettings,
): PolicyReason[] {
  const found: PolicyReason[] = [];
  if (!orderFound && kind !== 'mistaken_operation')
    found.push(reason('order_unknown', 'policy.refund.2', 'manual'));
  if (lines.some(({ individuallyDefined }) => individuallyDefined) && kind.startsWith('refusal_')) {
    found.push(reason('individually_defined', 'policy.refund.3', 'manual'));
  }
  if (kind !== 'refusal_after_handover') return found;

  if (lines.some(({ kept }) => kept === false)) found.push(reason('goods_used', 'policy.refund.2', 'reject'));
  // The shop's promise is broader than the law and binds it, so an exempt kind is weighed, not refused.
  const exempt = lines.find(({ category }) => (EXEMPT_CATEGORIES as readonly string[]).includes(category));
  if (exempt) found.push(reason('exempt_category', 'law274.30.1', 'manual', { category: exempt.category }));
  if (settings['goods.payoutWaits'] && lines.some(({ goods }) => goods === 'expected')) {
    found.push(reason('goods_awaited', 'policy.refund.2', 'manual'));
  }
  return found;
}
