import { Between, IsNull, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { BreachCause } from '../../domain/breach-cause';
import { deadlineReport, type DeadlineReport, monthSpan } from '../../domain/deadline-report';
import type { ObligationKind, ObligationStatus } from '../../domain/obligations';
import { BreachEntity, ClaimEntity, ObligationEntity } from '../claims';

/** The figures of a month; the databases count, so a million claims are some dozen rows. */
export async function readReport(tx: Tx, month: string): Promise<DeadlineReport> {
  const { after, until } = monthSpan(month);
  const terms = await tx
    .createQueryBuilder(ObligationEntity, 'row')
    .select('row.kind', 'kind')
    .addSelect('row.status', 'status')
    .addSelect('row.open', 'open')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(CASE WHEN row.doneAt >= row.dueAt THEN row.doneAt - row.dueAt ELSE 0 END)', 'lateMs')
    .addSelect('SUM(CASE WHEN row.doneAt >= row.dueAt THEN 1 ELSE 0 END)', 'late')
    .where('row.dueAt > :after AND row.dueAt <= :until', { after, until })
    .groupBy('row.kind')
    .addGroupBy('row.status')
    .addGroupBy('row.open')
    .getRawMany<Raw & { status: ObligationStatus; open: boolean | 0 | 1 }>();
  const breaches = await tx
    .createQueryBuilder(BreachEntity, 'row')
    .select('row.kind', 'kind')
    .addSelect('row.cause', 'cause')
    .addSelect('COUNT(*)', 'count')
    .where('row.revokedAt IS NULL AND row.dueAt > :after AND row.dueAt <= :until', { after, until })
    .groupBy('row.kind')
    .addGroupBy('row.cause')
    .getRawMany<{ kind: ObligationKind; cause: BreachCause; count: string | number }>();
  const closed = await tx.find(ClaimEntity, {
    select: { id: true, times: true, closedAt: true },
    where: { closedAt: Between(after, until - 1), times: Not(IsNull()) },
  });
  return deadlineReport(
    month,
    terms.map(({ kind, status, open, ...figures }) => ({
      kind,
      status,
      open: Boolean(open),
      count: Number(figures.count),
      lateMs: Number(figures.lateMs),
      late: Number(figures.late),
    })),
    breaches.map(({ count, ...row }) => ({ ...row, count: Number(count) })),
    closed.flatMap(({ times, closedAt }) => (times && closedAt !== null ? [{ times, closedAt }] : [])),
  );
}

interface Raw {
  kind: ObligationKind;
  count: string | number;
  lateMs: string | number;
  late: string | number;
}
