import type { Tx } from '../../adapters/db/unit-of-work';
import type { Ids } from '../../ports';
import { ExceptionEntity } from './payment.entity';

type Facts = Pick<ExceptionEntity, 'kind' | 'dedupKey' | 'details'> &
  Partial<Pick<ExceptionEntity, 'paymentId' | 'refundId' | 'transactionId'>>;

/** Puts a difference before a person, once a key. */
export async function reportException(tx: Tx, ids: Ids, facts: Facts, now: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(ExceptionEntity)
    .values({
      id: ids.next(),
      paymentId: null,
      refundId: null,
      transactionId: null,
      ...facts,
      createdAt: now,
    })
    .orIgnore()
    .updateEntity(false)
    .execute();
}
