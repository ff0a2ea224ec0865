import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { addDays } from '../../domain/calendar-date';
import { CLAIM_STATES, CLOSED_STATES } from '../../domain/claim';
import { ExceptionEntity } from '../payments';
import { RefundAttemptEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { presentClaims, type Viewer } from './present-claim';

const SOON_MS = 48 * 3_600_000;
const DAYS_AHEAD = 14;
const NEXT = 5;
const OPEN = CLAIM_STATES.filter((state) => !(CLOSED_STATES as readonly string[]).includes(state));

/** What waits for whom, what falls due on which day, and the most urgent claims. */
export async function readDashboard(tx: Tx, core: ClaimCore, viewer: Viewer) {
  const now = core.clock.now();
  return {
    counts: await countsOf(tx, viewer.id, now),
    dueByDay: await dueByDay(tx, core, now),
    next: await mostUrgent(tx, viewer),
  };
}

/** One walk over the open claims counts every tab. */
async function countsOf(tx: Tx, me: string, now: number) {
  const sumIf = (condition: string) => `COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
  const row = await tx
    .createQueryBuilder(ClaimEntity, 'row')
    .select('COUNT(*)', 'open')
    .addSelect(sumIf('row.assigneeId = :me'), 'mine')
    .addSelect(sumIf('row.assigneeId IS NULL'), 'unassigned')
    .addSelect(sumIf('row.dueAt > :now AND row.dueAt <= :soon'), 'dueSoon')
    .addSelect(sumIf('row.dueAt <= :now'), 'overdue')
    .addSelect(sumIf("row.state = 'needs_documents'"), 'waitingCustomer')
    .addSelect(sumIf("row.state = 'proposed'"), 'awaitingApproval')
    .where('row.state IN (:...open)', { open: OPEN })
    .setParameters({ me, now, soon: now + SOON_MS })
    .getRawOne<Record<string, string | number>>();
  const count = (name: string) => Number(row?.[name] ?? 0);
  return {
    open: count('open'),
    mine: count('mine'),
    unassigned: count('unassigned'),
    dueSoon: count('dueSoon'),
    overdue: count('overdue'),
    waitingCustomer: count('waitingCustomer'),
    awaitingApproval: count('awaitingApproval'),
    unknownPayouts: await tx.countBy(RefundAttemptEntity, { state: In(['unknown', 'manual']) }),
    exceptions: await tx.count(ExceptionEntity),
  };
}

async function dueByDay(tx: Tx, core: ClaimCore, now: number) {
  const today = almatyDate(now);
  const calendar = await core.loadCalendar(tx);
  const rows = await tx
    .createQueryBuilder(ClaimEntity, 'row')
    .select('row.dueOn', 'day')
    .addSelect('COUNT(*)', 'count')
    .where('row.state IN (:...open)', { open: OPEN })
    .andWhere('row.dueOn BETWEEN :first AND :last', { first: today, last: addDays(today, DAYS_AHEAD - 1) })
    .groupBy('row.dueOn')
    .getRawMany<{ day: string; count: string | number }>();
  const counts = new Map(rows.map(({ day, count }) => [day, Number(count)]));
  return Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index)).map((day) => ({
    day,
    count: counts.get(day) ?? 0,
    working: calendar.status(day).working,
  }));
}

async function mostUrgent(tx: Tx, viewer: Viewer) {
  const claims = await tx.find(ClaimEntity, {
    where: { state: In([...OPEN]), dueAt: Not(IsNull()) },
    order: { dueAt: 'ASC', id: 'ASC' },
    take: NEXT,
  });
  return presentClaims(tx, claims, viewer);
}
