import type { Tx } from '../../adapters/db/unit-of-work';
import { refundsDelivery } from '../../domain/line-sums';
import type { LegalSettings } from '../../domain/legal-settings';
import { isWholeOrder } from '../../domain/returned-sum';
import { type OrderEntity, orderLinesOf } from '../orders';
import type { ClaimEntity, ClaimLineEntity } from './claim.entity';

/** The delivery fee that goes back with these lines of a claim, in minor units (docs/rules.md R-13). */
export async function deliveryBack(
  tx: Tx,
  { kind }: Pick<ClaimEntity, 'kind'>,
  order: OrderEntity | null,
  lines: readonly Pick<ClaimLineEntity, 'orderLineId' | 'quantity'>[],
  settings: LegalSettings,
): Promise<number> {
  if (!order) return 0;
  const returned = lines.flatMap(({ orderLineId, quantity }) =>
    orderLineId === null ? [] : [{ lineId: orderLineId, quantity }],
  );
  const isWhole = isWholeOrder(await orderLinesOf(tx, order.id), returned);
  return refundsDelivery(kind, isWhole, settings) ? order.deliveryFeeMinor : 0;
}
