import { In, IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { DocumentEntity } from '../documents';
import { MessageEntity } from '../messages';
import { type OrderEntity, OrderEntity as Orders, type OrderLineEntity, orderLinesOf } from '../orders';
import { PaymentEntity } from '../payments';
import { RefundEntity } from '../refunds';
import type { ClaimEntity, ClaimLineEntity } from './claim.entity';
import { claimLinesOf } from './claim-lines';
import { grantedElsewhere } from './line-capacity';

/** What a claim's clocks, checklist and verdict depend on beside its own row. */
export interface ClaimFacts {
  lines: ClaimLineEntity[];
  /** What other claims were granted for the same order lines, by order line. */
  granted: ReadonlyMap<string, number>;
  order: OrderEntity | null;
  orderLines: OrderLineEntity[];
  payment: PaymentEntity | null;
  documents: Pick<DocumentEntity, 'type' | 'createdAt' | 'problem'>[];
  refunds: RefundEntity[];
  /** When the mail server accepted (or somebody printed) each reasoned decision that did not come back. */
  answers: number[];
  /** The same of letters that close a claim because papers never came. */
  closings: number[];
}

const DECISIONS = ['decision_refund', 'decision_reject'] as const;

export async function claimFactsOf(tx: Tx, claim: ClaimEntity): Promise<ClaimFacts> {
  const order = claim.orderId === null ? null : await tx.findOneBy(Orders, { id: claim.orderId });
  const answers = await tx.find(MessageEntity, {
    select: { id: true, sentAt: true, kind: true },
    where: { claimId: claim.id, kind: In([...DECISIONS, 'closing']), state: 'sent' },
  });
  const sentOf = (kinds: readonly string[]) =>
    answers
      .flatMap(({ sentAt, kind }) => (sentAt === null || !kinds.includes(kind) ? [] : [sentAt]))
      .sort((a, b) => a - b);
  const lines = await claimLinesOf(tx, claim.id);
  return {
    lines,
    granted: await grantedElsewhere(tx, claim, lines),
    order,
    orderLines: order ? await orderLinesOf(tx, order.id) : [],
    payment: claim.paymentId === null ? null : await tx.findOneBy(PaymentEntity, { id: claim.paymentId }),
    documents: await tx.find(DocumentEntity, {
      select: { id: true, type: true, createdAt: true, problem: true },
      // An erased copy proves nothing any more: a claim that is opened again asks for a new one.
      where: { claimId: claim.id, erasedAt: IsNull() },
      order: { createdAt: 'ASC' },
    }),
    refunds: await tx.find(RefundEntity, {
      where: { claimId: claim.id },
      order: { createdAt: 'ASC', id: 'ASC' },
    }),
    answers: sentOf(DECISIONS),
    closings: sentOf(['closing']),
  };
}
