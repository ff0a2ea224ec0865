import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate, startOfDay } from '../../domain/almaty-time';
import { addDays } from '../../domain/calendar-date';
import { CLAIM_STATES, CLOSED_STATES } from '../../domain/claim';
import { conditionsOn } from '../../http/list-conditions';
import { ExceptionEntity } from '../payments';
import { RefundAttemptEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { keptTotal, totalsByDeadline } from './claim-counts';
import { pageOfClaims } from './claim-page';
import { presentListed, type Viewer } from './present-claim';

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

/** Every tab out of the kept totals; nothing here grows with the house. */
async function countsOf(tx: Tx, me: string, now: number) {
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
  };
}

async function dueByDay(tx: Tx, core: ClaimCore, now: number) {
  const today = almatyDate(now);
  const calendar = await core.loadCalendar(tx);
  const counts = await totalsByDeadline(tx, OPEN, [
    startOfDay(today),
    startOfDay(addDays(today, DAYS_AHEAD)),
  ]);
  // A deadline is the first instant after its day.
  const byDay = new Map(counts.map(({ dueAt, total }) => [almatyDate(dueAt - 1), total]));
  return Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index)).map((day) => ({
    day,
    count: byDay.get(day) ?? 0,
    working: calendar.status(day).working,
  }));
}

async function mostUrgent(tx: Tx, viewer: Viewer) {
  const sort = { property: 'dueAt', order: 'ASC' } as const;
  const conditions = conditionsOn(tx, ClaimEntity)
    .andWhere('row.state IN (:...states)', { states: OPEN })
    .andWhere('row.dueAt IS NOT NULL');
  const question = { filter: { state: OPEN }, conditions, sort, first: 0, limit: NEXT };
  return presentListed(await pageOfClaims(tx, question), viewer);
}
