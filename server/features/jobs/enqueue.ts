import type { Tx } from '../../adapters/db/unit-of-work';
import type { Ids } from '../../ports';
import { JobEntity } from './job.entity';

/** Work to do after the transaction has committed. */
export interface JobOrder {
  kind: string;
  /** One job a key, for ever: name the outcome it serves. */
  dedupKey: string;
  payload: Record<string, unknown>;
  runAt: number;
  now: number;
}

/** Puts a job on the table in the caller's transaction; a known key changes nothing. */
export async function enqueue(tx: Tx, ids: Ids, order: JobOrder): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(JobEntity)
    .values({
      id: ids.next(),
      kind: order.kind,
      dedupKey: order.dedupKey,
      payload: order.payload,
      state: 'ready',
      runAt: order.runAt,
      leaseUntil: 0,
      fence: 0,
      tries: 0,
      lastError: null,
      createdAt: order.now,
      finishedAt: null,
    })
    .orIgnore()
    .updateEntity(false)
    .execute();
}
