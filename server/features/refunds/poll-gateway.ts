import { recordPayment } from '../payments';
import { readFlag, writeFlag } from '../settings';
import type { GatewayOperation } from '../../gateway-port';
import { bindRefund, type SeenRefund } from './bind-refund';
import { POLLED_UNTIL } from './look-before-sending';
import type { RefundParts } from './refund-parts';

const FIRST_WINDOW_MS = 35 * 24 * 3_600_000;
/** The list is known to lag by up to an hour and a half. */
const OVERLAP_MS = 2 * 3_600_000;

/** Imports what the gateway listed since the last poll, so that everything is right with notifications off. */
export async function pollGateway(parts: RefundParts): Promise<void> {
  const { uow, clock } = parts;
  const now = clock.now();
  const until = await uow.read((tx) => readFlag<number>(tx, POLLED_UNTIL));
  await importPayments(parts, (until ?? now - FIRST_WINDOW_MS) - OVERLAP_MS, now);
  await uow.write((tx) => writeFlag(tx, POLLED_UNTIL, now, now));
}

/**
 * Mirrors payments, binds our refunds and finds cabinet refunds of a period; safe to kill and to repeat.
 * @throws GatewayUnavailable
 */
export async function importPayments(parts: RefundParts, fromMs: number, toMs: number): Promise<void> {
  const { uow, clock, ids, gateway } = parts;
  const rows = await gateway.listOperations(fromMs, toMs);
  for (const row of rows) {
    if (row.kind === 'payment') await uow.write((tx) => recordPayment(tx, ids, row, clock.now()));
  }
  for (const row of rows) {
    if (row.kind === 'refund' && row.originalTransactionId !== null) {
      await importRefund(parts, row, row.originalTransactionId);
    }
  }
}

/** A refund may belong to a payment older than anything we have seen: it is fetched by its id. */
async function importRefund(
  parts: RefundParts,
  row: GatewayOperation,
  paymentTransactionId: number,
): Promise<void> {
  const { uow, clock, ids, gateway } = parts;
  const seen: SeenRefund = {
    gatewayRefundId: row.transactionId,
    paymentTransactionId,
    amountMinor: row.amountMinor,
    intent: row.intent,
    rrn: row.rrn,
    at: row.createdAt,
    shownBy: 'list',
  };
  const result = await uow.write((tx) => bindRefund(tx, parts, seen));
  if (result !== 'unknown_payment') return;
  const payment = await gateway.getPayment(paymentTransactionId);
  if (payment?.kind !== 'payment') return;
  await uow.write(async (tx) => {
    await recordPayment(tx, ids, payment, clock.now());
    await bindRefund(tx, parts, seen);
  });
}
