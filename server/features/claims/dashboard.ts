import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate, startOfDay } from '../../domain/almaty-time';
import { addDays } from '../../domain/calendar-date';
import { CLAIM_STATES, CLOSED_STATES } from '../../domain/claim';
import { conditionsOn } from '../../http/list-conditions';
import { countTroubled } from '../jobs';
import { ExceptionEntity } from '../payments';
import { RefundAttemptEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { keptTotal, totalsByDeadline, totalsByState } from './claim-counts';
import { pageOfClaims } from './claim-page';
import { presentListed, type Viewer } from './present-claim';

const SOON_MS = 48 * 3_600_000;
const DAYS_AHEAD = 14;
const NEXT = 9;
const OPEN = CLAIM_STATES.filter((state) => !(CLOSED_STATES as readonly string[]).includes(state));

/** What `claims/next` gives away. */
const FREE = { state: ['received', 'in_review'], assigneeId: null };

/** What waits for whom, what falls due on which day, and the most urgent claims. */
export async function readDashboard(tx: Tx, core: ClaimCore, viewer: Viewer) {
  const now = core.clock.now();
  return {
    counts: await countsOf(tx, viewer, now),
    byState: await totalsByState(tx, OPEN),
    dueByDay: await dueByDay(tx, core, viewer.id, now),
    next: await mostUrgent(tx, viewer, {}, NEXT),
    free: (await mostUrgent(tx, viewer, FREE, 1))[0] ?? null,
  };
}

/** Every tab out of the kept totals; nothing here grows with the house. */
async function countsOf(tx: Tx, { id: me, role }: Viewer, now: number) {
  const total = async (filter: Record<string, unknown>) => (await keptTotal(tx, filter)) ?? 0;
  const until = async (at: number) => total({ state: OPEN, dueAt_lte: new Date(at).toISOString() });
  const overdue = await until(now);
  return {
    open: await total({ state: OPEN }),
    mine: await total({ state: OPEN, assigneeId: me }),
    unassigned: await total({ state: OPEN, assigneeId: null }),
    dueSoon: (await until(now + SOON_MS)) - overdue,
    overdue,
    waitingCustomer: await total({ state: 'needs_documents' }),
    awaitingApproval: await total({ state: 'proposed' }),
    unknownPayouts: await tx.countBy(RefundAttemptEntity, { state: In(['unknown', 'manual']) }),
    exceptions: await tx.count(ExceptionEntity),
    troubledJobs: await countTroubled(tx, role),
  };
}

async function dueByDay(tx: Tx, core: ClaimCore, me: string, now: number) {
  const today = almatyDate(now);
  const calendar = await core.loadCalendar(tx);
  const span: [number, number] = [startOfDay(today), startOfDay(addDays(today, DAYS_AHEAD))];
  const byDay = daysOf(await totalsByDeadline(tx, OPEN, span));
  const mine = daysOf(await ownByDeadline(tx, me, span));
  return Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index)).map((day) => ({
    day,
    count: byDay.get(day) ?? 0,
    mine: mine.get(day) ?? 0,
    working: calendar.status(day).working,
  }));
}

/** A deadline is the first instant after its day. */
function daysOf(totals: readonly { dueAt: number; total: number }[]): Map<string, number> {
  return new Map(totals.map(({ dueAt, total }) => [almatyDate(dueAt - 1), total]));
}

/** One's own open claims by deadline; nobody holds so many that counting them costs. */
async function ownByDeadline(tx: Tx, me: string, [from, to]: [number, number]) {
  const rows = await tx
    .createQueryBuilder(ClaimEntity, 'row')
    .select('row.dueAt', 'dueAt')
    .addSelect('COUNT(*)', 'total')
    .where('row.assigneeId = :me AND row.state IN (:...open)', { me, open: OPEN })
    .andWhere('row.dueAt > :from AND row.dueAt <= :to', { from, to })
    .groupBy('row.dueAt')
    .getRawMany<{ dueAt: string | number; total: string | number }>();
  return rows.map(({ dueAt, total }) => ({ dueAt: Number(dueAt), total: Number(total) }));
}

async function mostUrgent(
  tx: Tx,
  viewer: Viewer,
  { state = OPEN, assigneeId }: { state?: string[]; assigneeId?: null },
  limit: number,
) {
  const sort = { property: 'dueAt', order: 'ASC' } as const;
  const conditions = conditionsOn(tx, ClaimEntity)
    .andWhere('row.state IN (:...states)', { states: state })
    .andWhere('row.dueAt IS NOT NULL');
  if (assigneeId === null) conditions.andWhere('row.assigneeId IS NULL');
  const question = { filter: { state }, conditions, sort, first: 0, limit };
  return presentListed(await pageOfClaims(tx, question), viewer);
}
