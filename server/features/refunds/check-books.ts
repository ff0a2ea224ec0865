import { In } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type BookRule, brokenRules } from '../../domain/payment-books';
import { PaymentEntity, reportException } from '../payments';
import { stopPayouts } from './payout-switch';
import { LedgerEntryEntity, RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

const BOOKS_BROKEN = 'books_do_not_agree';
const PAGE = 200;

/**
 * Looks whether what we have written down about a payment can be true. If not, all payouts stop, and a person is told
 * which rule is broken (design §5). Call it in a write, before money moves on the strength of these rows.
 *
 * @returns whether the books hold
 */
export async function booksHold(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock' | 'log'>,
  paymentId: string,
): Promise<boolean> {
  // Whoever moves an attempt holds this lock, so no half of a move is seen.
  await findForUpdate(tx, PaymentEntity, { id: paymentId });
  const broken = (await brokenBooks(tx, [paymentId])).get(paymentId);
  if (!broken) return true;
  const rules = broken.join();
  await stopPayouts(tx, parts, BOOKS_BROKEN, null);
  await reportException(
    tx,
    parts.ids,
    { kind: 'books_broken', dedupKey: `books_broken:${paymentId}:${rules}`, paymentId, details: { rules } },
    parts.clock.now(),
  );
  parts.log.error({ paymentId, rules }, 'the books of a payment do not agree: payouts are stopped');
  return false;
}

/** The same for every payment that has refunds of ours, whether or not anything is to be sent. */
export async function checkAllBooks(parts: RefundParts): Promise<void> {
  const { uow } = parts;
  let last = '';
  for (;;) {
    const page = await uow.read((tx) => nextPayments(tx, last));
    const broken = await uow.read((tx) => brokenBooks(tx, page));
    for (const paymentId of broken.keys()) await uow.write((tx) => booksHold(tx, parts, paymentId));
    last = page.at(-1) ?? '';
    if (page.length < PAGE) return;
  }
}

async function nextPayments(tx: Tx, after: string): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(RefundAttemptEntity, 'attempt')
    .select('attempt.paymentId', 'paymentId')
    .distinct()
    .where('attempt.paymentId > :after', { after })
    .orderBy('attempt.paymentId', 'ASC')
    .limit(PAGE)
    .getRawMany<{ paymentId: string }>();
  return rows.map(({ paymentId }) => paymentId);
}

async function brokenBooks(tx: Tx, paymentIds: string[]): Promise<Map<string, BookRule[]>> {
  const paymentId = In(paymentIds);
  const payments = await tx.findBy(PaymentEntity, { id: paymentId });
  const refunds = await tx.findBy(RefundEntity, { paymentId, source: 'claim' });
  const attempts = await tx.findBy(RefundAttemptEntity, { paymentId });
  const ledger = await tx.findBy(LedgerEntryEntity, { paymentId });
  const found = new Map<string, BookRule[]>();
  for (const { id, amountMinor: paidMinor } of payments) {
    const mine = <T extends { paymentId: string }>(rows: T[]) => rows.filter((row) => row.paymentId === id);
    const rules = brokenRules({
      paidMinor,
      refunds: mine(refunds),
      attempts: mine(attempts),
      ledger: mine(ledger),
    });
    if (rules.length > 0) found.set(id, rules);
  }
  return found;
}
