import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { payoutRisk } from '../../domain/payout-risk';
import type { RouteSpec } from '../../http/route';
import type { Clock } from '../../ports';
import { RefundAttemptEntity, RefundEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';

/** More than a screen shows; the most urgent come first. */
const MOST = 200;

interface WaitingRow {
  refundId: string;
  claimId: string;
  number: string;
  amountMinor: string | number;
  currency: string;
  outcomeCode: string | null;
  waitingSince: string | number;
  dueOn: string | null;
  dueAt: string | number | null;
  latestSafeAt: string | number | null;
}

/** Refunds that wait in the queue, by their claim's date: what a gateway that is away, a stop or a cap puts at risk. */
export function waitingPayoutRoutes({ uow, clock }: { uow: UnitOfWork; clock: Clock }): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/payouts/waiting',
      access: 'refunds.read',
      summary: 'Approved refunds that wait in the queue, the first to miss their date first',
      handler: async (_req, res) => {
        const now = clock.now();
        const rows = await uow.read(waitingPayouts);
        res.json(rows.map((row) => presentWaiting(row, now)));
      },
    },
  ];
}

function waitingPayouts(tx: Tx): Promise<WaitingRow[]> {
  return tx
    .createQueryBuilder(RefundEntity, 'refund')
    .innerJoin(ClaimEntity, 'claim', 'claim.id = refund.claimId')
    .innerJoin(RefundAttemptEntity, 'attempt', "attempt.refundId = refund.id AND attempt.state = 'queued'")
    .where("refund.state = 'queued'")
    .select('refund.id', 'refundId')
    .addSelect('claim.id', 'claimId')
    .addSelect('claim.number', 'number')
    .addSelect('refund.amountMinor', 'amountMinor')
    .addSelect('refund.currency', 'currency')
    .addSelect('attempt.outcomeCode', 'outcomeCode')
    .addSelect('attempt.createdAt', 'waitingSince')
    .addSelect('claim.dueOn', 'dueOn')
    .addSelect('claim.dueAt', 'dueAt')
    .addSelect('claim.latestSafeAt', 'latestSafeAt')
    .orderBy('claim.dueAt', 'ASC', 'NULLS LAST')
    .addOrderBy('refund.id', 'ASC')
    .limit(MOST)
    .getRawMany<WaitingRow>();
}

function presentWaiting(row: WaitingRow, now: number) {
  const instant = (at: string | number | null) => (at === null ? null : new Date(Number(at)).toISOString());
  const { refundId, claimId, number, currency, outcomeCode, dueOn } = row;
  const dueAt = row.dueAt === null ? null : Number(row.dueAt);
  const latestSafeAt = row.latestSafeAt === null ? null : Number(row.latestSafeAt);
  return {
    id: refundId,
    refundId,
    claimId,
    number,
    amountMinor: Number(row.amountMinor),
    currency,
    outcomeCode,
    waitingSince: instant(row.waitingSince),
    dueOn,
    dueAt: instant(row.dueAt),
    latestSafeAt: instant(row.latestSafeAt),
    risk: payoutRisk({ dueOn, dueAt, latestSafeAt }, { now, today: almatyDate(now) }),
  };
}
