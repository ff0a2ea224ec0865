import { MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { JobEntity } from './job.entity';

/**
 * Frees every job that a dead process was at, without waiting for the end of its lease. Only for a process that knows
 * itself to be the only one, before it begins to work; the fence grows, should it be wrong.
 */
export async function releaseJobLeases(uow: UnitOfWork): Promise<void> {
  await uow.write((tx) =>
    tx.update(
      JobEntity,
      { state: 'ready', leaseUntil: MoreThan(0) },
      { leaseUntil: 0, fence: () => 'fence + 1' },
    ),
  );
}
