import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyYear } from '../../domain/almaty-time';
import { formatClaimNumber } from '../../domain/claim-number';
import { ClaimCounterEntity } from './claim.entity';

/**
 * The next number of the Almaty year, `UM-2026-000123`. The counter's row is locked until the creating
 * transaction ends, so a number is given once and a rolled-back claim leaves no gap.
 */
export async function nextClaimNumber(tx: Tx, now: number): Promise<string> {
  const year = almatyYear(now);
  await tx
    .createQueryBuilder()
    .insert()
    .into(ClaimCounterEntity)
    .values({ year, last: 0 })
    .orIgnore()
    .updateEntity(false)
    .execute();
  await tx.increment(ClaimCounterEntity, { year }, 'last', 1);
  const { last } = await tx.findOneByOrFail(ClaimCounterEntity, { year });
  return formatClaimNumber(year, last);
}
