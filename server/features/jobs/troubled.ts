import type { Tx } from '../../adapters/db/unit-of-work';
import { may, type Role } from '../../domain/permissions';
import { countRows } from '../../http/list-query';
import { conditionsOn, type ListConditions } from '../../http/list-conditions';
import { JobEntity } from './job.entity';

/** A recurring job is never given up; after so many faults in a row it will not mend by itself either. */
const OFTEN = 3;
export const RECURRING = 'recurring:';

/** Kinds that money waits for: those who answer for the payouts must see them stand still. */
const MONEY = /^(refunds|payments|chargebacks)\./;
const MONEY_SQL = ['refunds', 'payments', 'chargebacks']
  .map((subject) => `row.kind LIKE '${subject}.%'`)
  .join(' OR ');

export function isMoneyJob({ kind }: Pick<JobEntity, 'kind'>): boolean {
  return MONEY.test(kind);
}

export function isRecurring({ dedupKey }: Pick<JobEntity, 'dedupKey'>): boolean {
  return dedupKey.startsWith(RECURRING);
}

/** What waits for a person: work that was given up, and recurring work that fails again and again. */
export function isTroubled(job: JobEntity): boolean {
  return job.state === 'dead' || (isRecurring(job) && job.state === 'ready' && job.tries >= OFTEN);
}

/** `isTroubled` as a condition of a list; `false` finds the others. */
export function whereTroubled(query: ListConditions, wanted: boolean): void {
  query.andWhere(
    `${wanted ? '' : 'NOT '}(row.state = 'dead' OR (row.state = 'ready' AND row.tries >= :often AND row.dedupKey LIKE :recurring))`,
    { often: OFTEN, recurring: `${RECURRING}%` },
  );
}

/** How many jobs wait for a person of this role: all for those who mend, those of money for managers. */
export async function countTroubled(tx: Tx, role: Role): Promise<number> {
  if (!may(role, 'jobs.read')) return 0;
  const conditions = conditionsOn(tx, JobEntity);
  whereTroubled(conditions, true);
  if (role === 'manager') conditions.andWhere(`(${MONEY_SQL})`);
  return countRows(tx, { entity: JobEntity }, conditions);
}
