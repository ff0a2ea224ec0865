import type { Tx } from '../../server/adapters/db/unit-of-work';
import { payoutResult } from '../../server/domain/refund-state';
import { AuditEventEntity } from '../../server/features/audit';
import { ClaimEntity } from '../../server/features/claims';
import { ExceptionEntity, PaymentEntity } from '../../server/features/payments';
import { LedgerEntryEntity, RefundAttemptEntity, RefundEntity } from '../../server/features/refunds';
import { repeat, type Case } from './case';
import type { Place, TruthLine } from './place';

/** Everything of one world that the checks read, after it has come to rest. */
interface Books {
  truth: TruthLine[];
  payments: PaymentEntity[];
  refunds: RefundEntity[];
  attempts: RefundAttemptEntity[];
  ledger: LedgerEntryEntity[];
  exceptions: ExceptionEntity[];
  claims: ClaimEntity[];
  events: AuditEventEntity[];
  now: number;
}

export interface Verdict {
  /** What does not hold, with its number in the protocol's list; empty when all is well. */
  faults: string[];
  refunds: number;
  /** Attempts that ended before a person. */
  manual: number;
}

/**
 * Compares the product's books with the sandbox's own log (protocol §2, "Checker"). The log is the truth: what it
 * says has moved, has moved.
 *
 * @param doubledByGateway - keys that the gateway itself may have run twice (faults G16, G17)
 */
export async function checkBooks(place: Place, cases: readonly Case[]): Promise<Verdict> {
  const books = await readBooks(place);
  const faults = [
    ...sums(books),
    ...bindings(books),
    ...restingStates(books),
    ...claimStates(books),
    ...audit(books),
    ...letters(books, place.letters),
    ...(await replays(place, cases)),
  ];
  return {
    faults,
    refunds: books.truth.filter(({ kind }) => kind === 'refund' || kind === 'void').length,
    manual: books.events.filter(({ action }) => action === 'refund.manual').length,
  };
}

async function readBooks(place: Place): Promise<Books> {
  const all = async (tx: Tx) => ({
    payments: await tx.find(PaymentEntity),
    refunds: await tx.find(RefundEntity),
    attempts: await tx.find(RefundAttemptEntity),
    ledger: await tx.find(LedgerEntryEntity),
    exceptions: await tx.find(ExceptionEntity),
    claims: await tx.find(ClaimEntity),
    events: await tx.find(AuditEventEntity),
  });
  return { truth: await place.truth(), ...(await place.database.uow.read(all)), now: place.now() };
}

const minor = (amount: number | null) => Math.round((amount ?? 0) * 100);
const total = (amounts: number[]) => amounts.reduce((sum, each) => sum + each, 0);

/** (1) what went = ledger + cabinet; (2) never more than was paid; (3) one refund a mark. */
function sums({ truth, payments, refunds, ledger }: Books): string[] {
  const faults: string[] = [];
  for (const payment of payments) {
    const moved = truth.filter(
      (line) => line.kind === 'refund' && line.paymentTransactionId === payment.transactionId,
    );
    const voided = truth.filter(
      (line) => line.kind === 'void' && line.transactionId === payment.transactionId,
    );
    const gone = total([...moved, ...voided].map(({ amount }) => minor(amount)));
    const ours = total(
      ledger.filter(({ paymentId }) => paymentId === payment.id).map(({ amountMinor }) => amountMinor),
    );
    const external = refunds.filter(
      ({ paymentId, source }) => paymentId === payment.id && source === 'external',
    );
    const booked = ours + total(external.map(({ amountMinor }) => amountMinor));
    const name = `payment ${String(payment.transactionId)}`;
    if (gone !== booked) faults.push(`(1) ${name}: gateway ${String(gone)}, booked ${String(booked)}`);
    if (payment.refundedMinor !== booked)
      faults.push(`(1) ${name}: mirror says ${String(payment.refundedMinor)}, booked ${String(booked)}`);
    if (gone > payment.amountMinor)
      faults.push(`(2) ${name}: ${String(gone)} of ${String(payment.amountMinor)}`);
  }
  for (const [mark, lines] of groupBy(
    truth.filter(({ kind }) => kind === 'refund'),
    markOf,
  )) {
    if (mark !== null && lines.length > 1)
      faults.push(`(3) ${mark} was refunded ${String(lines.length)} times`);
  }
  return faults;
}

/** (3) one refund of ours, one at the gateway, whatever attempts it took; (4) bound exactly once; (5) unique. */
function bindings({ truth, refunds, attempts }: Books): string[] {
  const faults: string[] = [];
  const moved = truth.filter(({ kind }) => kind === 'refund');
  for (const line of moved) {
    const bound = refunds.filter(({ gatewayRefundId }) => gatewayRefundId === line.transactionId);
    if (bound.length !== 1)
      faults.push(`(4) refund ${String(line.transactionId)} is bound ${String(bound.length)} times`);
  }
  const ids = moved.map(({ transactionId }) => transactionId);
  if (new Set(ids).size !== ids.length) faults.push('(5) the gateway gave an id twice');
  const refundOf = new Map(attempts.map(({ id, refundId }) => [id, refundId]));
  const ours = moved.filter((line) => refundOf.has(markOf(line) ?? ''));
  for (const [refundId, lines] of groupBy(ours, (line) => refundOf.get(markOf(line) ?? '') ?? null)) {
    if (lines.length > 1) faults.push(`(3) refund ${refundId ?? ''} was paid ${String(lines.length)} times`);
  }
  return faults;
}

/** (6) nothing hangs in "sending"; (7) nobody decides what the gateway knows; nothing is left open. */
function restingStates({ truth, attempts, refunds }: Books): string[] {
  const faults: string[] = [];
  for (const { id, state, refundId } of attempts) {
    if (state === 'sending') faults.push(`(6) attempt ${id} is still sending`);
    if (state === 'unknown') faults.push(`(12) attempt ${id} is still unknown`);
    if (state === 'queued' || state === 'accepted') faults.push(`(12) attempt ${id} is still ${state}`);
    const known = truth.some((line) => line.kind === 'refund' && markOf(line) === id);
    if (state === 'manual' && known)
      faults.push(`(7) attempt ${id} waits for a person, and the gateway knows it`);
    const refund = refunds.find((each) => each.id === refundId);
    const last = attempts.filter((each) => each.refundId === refundId).sort((a, b) => b.number - a.number)[0];
    if (refund?.state !== last?.state) faults.push(`(10) refund ${refundId} is not what its last attempt is`);
  }
  return faults;
}

/** (10) a claim is what its refunds say. */
function claimStates({ claims, refunds }: Books): string[] {
  return claims.flatMap((claim) => {
    const mine = refunds.filter(
      ({ claimId, proposalHash }) => claimId === claim.id && proposalHash === claim.proposal?.hash,
    );
    if (mine.length === 0) return [];
    const derived = { settled: 'resolved', failed: 'in_review', running: 'in_payout' }[
      payoutResult(mine.map(({ state }) => state))
    ];
    return claim.state === derived
      ? []
      : [`(10) claim ${claim.number} is ${claim.state}, its refunds say ${derived}`];
  });
}

/** (8) one event a move: as many as states that were taken. */
function audit({ attempts, events }: Books): string[] {
  const faults: string[] = [];
  for (const attempt of attempts) {
    const mine = events.filter(
      ({ data }) => (data as { attemptId?: string } | null)?.attemptId === attempt.id,
    );
    const count = (action: string) => mine.filter((event) => event.action === action).length;
    for (const once of ['refund.queued', 'refund.accepted', 'refund.settled', 'refund.refused']) {
      const most = once === 'refund.queued' ? 1 + count('refund.sending') : 1;
      if (count(once) > most) faults.push(`(8) attempt ${attempt.id}: ${once} ${String(count(once))} times`);
    }
    if (attempt.state !== 'queued' && count(`refund.${attempt.state}`) === 0)
      faults.push(`(8) attempt ${attempt.id}: no event for ${attempt.state}`);
    if (count('refund.sending') !== attempt.sends)
      faults.push(
        `(8) attempt ${attempt.id}: ${String(attempt.sends)} sends, ${String(count('refund.sending'))} events`,
      );
  }
  return faults;
}

/** (9) the customer is told once that money went, and never when it did not. */
function letters({ claims }: Books, taken: Place['letters']): string[] {
  const faults: string[] = [];
  for (const claim of claims) {
    const told = taken.filter(
      ({ subject }) => subject.includes(claim.number) && subject.includes('money refunded'),
    );
    const ids = new Set(told.map(({ messageId }) => messageId));
    const due = claim.state === 'resolved' ? 1 : 0;
    if (ids.size !== due)
      faults.push(`(9) claim ${claim.number} (${claim.state}): told ${String(ids.size)} times`);
  }
  return faults;
}

/** (11) a command that was answered is answered so again. */
async function replays(place: Place, cases: readonly Case[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { commands } of cases) {
    for (const command of commands.filter(({ answer }) => answer?.status === 200)) {
      const again = await repeat(place, command);
      if (JSON.stringify(again.body) !== JSON.stringify(command.answer?.body))
        faults.push(`(11) ${command.path} answers another way the second time`);
    }
  }
  return faults;
}

function markOf({ body }: TruthLine): string | null {
  const data: unknown = body?.JsonData;
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : data;
  const intent = (value as { intent?: unknown } | null | undefined)?.intent;
  return typeof intent === 'string' ? intent : null;
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
