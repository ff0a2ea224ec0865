import { createHash } from 'node:crypto';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { proposalHash } from '../../domain/approval';
import { openChecks } from '../../domain/checklist';
import { addMonths } from '../../domain/calendar-date';
import { moveClaim } from '../../domain/claim';
import type { LegalSettings } from '../../domain/legal-settings';
import { ChecklistOpen, InvalidInput, OverRefund } from '../../domain/errors';
import { type Currency, sumMinor } from '../../domain/money';
import { OrderEntity } from '../orders';
import { PaymentEntity } from '../payments';
import { capacityOf } from '../refunds';
import type { ClaimEntity } from './claim.entity';
import type { Proposal, ProposedRefund } from './claim.types';
import { claimLinesOf } from './claim-lines';
import type { ClaimParts } from './claim-parts';
import type { ProposeInput } from './claims.schema';
import type { Act } from './run-verb';
import { deliveryBack } from './delivery-back';
import { grantedElsewhere, mostForLines } from './line-capacity';
import { deriveClaim } from './settle-claim';

/**
 * Puts a decision before a second person. What is proposed is checked now and again when money is reserved.
 * A rejection may be proposed with open checks: missing papers can be its very ground.
 * @throws ChecklistOpen; OverRefund; InvalidInput
 */
export function makeProposeDecision(parts: ClaimParts) {
  return async ({ tx, claim, actor, now, event }: Act, body: ProposeInput): Promise<void> => {
    const state = moveClaim(claim.state, 'propose');
    await deriveClaim(tx, parts, claim);
    if (body.outcome === 'refund') await assertRefund(tx, parts, claim, body, now);
    else if (body.refunds.length > 0) throw bad('refunds', 'a rejection sends no money');
    const { outcome, refunds, reasonCode, note } = body;
    const proposal: Proposal = {
      outcome,
      refunds,
      reasonCode,
      note,
      proposedById: actor.id,
      proposedAt: now,
      claimVersion: claim.version,
      hash: '',
    };
    claim.proposal = { ...proposal, hash: hashOf(claim, proposal) };
    claim.payoutFailure = null;
    claim.approvedById = null;
    claim.approvedAt = null;
    claim.approvedMinor = null;
    claim.state = state;
    await event('proposed', { outcome, reasonCode, refunds, hash: claim.proposal.hash }, { note });
  };
}

/** Hash of exactly what a proposal sends; the approval repeats the calculation on what is stored. */
export function hashOf(claim: ClaimEntity, proposal: Proposal): string {
  const { claimVersion, outcome, reasonCode, refunds } = proposal;
  const currency = claim.currency as Currency;
  const content = {
    claimId: claim.id,
    claimVersion,
    outcome,
    reasonCode,
    refunds: refunds.map(({ paymentId, amountMinor }) => ({ paymentId, amountMinor, currency })),
  };
  return proposalHash(content, (text) => createHash('sha256').update(text).digest('hex'));
}

async function assertRefund(
  tx: Tx,
  parts: ClaimParts,
  claim: ClaimEntity,
  body: ProposeInput,
  now: number,
): Promise<void> {
  const open = openChecks(claim.checklist);
  if (open.length > 0) throw new ChecklistOpen('Required checks are open', { open });
  if (body.refunds.length === 0) throw bad('refunds', 'name at least one payment');
  const paymentIds = body.refunds.map(({ paymentId }) => paymentId);
  if (new Set(paymentIds).size !== paymentIds.length) throw bad('refunds', 'a payment comes twice');
  const settings = await parts.loadSettings(tx, almatyDate(now));
  const oldest = addMonths(almatyDate(now), -settings['payment.maxAgeMonths']);
  for (const [index, { paymentId, amountMinor }] of body.refunds.entries()) {
    const at = `refunds.${index}`;
    const payment = await tx.findOneBy(PaymentEntity, { id: paymentId });
    if (!payment) throw bad(`${at}.paymentId`, 'no such payment');
    await assertOwnOrder(tx, claim, payment, `${at}.paymentId`);
    if (payment.currency !== claim.currency) throw bad(`${at}.paymentId`, 'the payment has another currency');
    if (payment.status !== 'Completed' && payment.status !== 'Authorized') {
      throw bad(`${at}.paymentId`, 'the payment took no money');
    }
    if (almatyDate(payment.createdAt) < oldest)
      throw bad(`${at}.paymentId`, 'the payment is too old for its card');
    if (payment.status === 'Authorized' && amountMinor < payment.amountMinor) {
      throw bad(`${at}.amountMinor`, 'a payment that is only authorised is voided as a whole');
    }
    const { leftMinor } = await capacityOf(tx, paymentId);
    if (amountMinor > leftMinor) {
      throw new OverRefund('More than is left on the payment', {
        leftMinor,
        errors: { [`${at}.amountMinor`]: 'too much' },
      });
    }
  }
  await assertLines(tx, claim, body.refunds, settings);
}

/**
 * A payment that is known to have paid another order is nobody's money in this claim. One without a known order is left
 * to the two people: invoices may be named otherwise than orders.
 */
async function assertOwnOrder(
  tx: Tx,
  claim: ClaimEntity,
  { invoiceId }: PaymentEntity,
  field: string,
): Promise<void> {
  if (invoiceId === null || claim.orderId === null) return;
  const paid = await tx.findOneBy(OrderEntity, { number: invoiceId });
  if (paid && paid.id !== claim.orderId) throw bad(field, `the payment paid another order, ${paid.number}`);
}

/**
 * Sums follow from lines: money for named lines is at most what was asked for them and other claims have left of
 * them, and the delivery fee if it goes back. Checked when it is proposed and again when it is approved.
 * @throws OverRefund; InvalidInput
 */
export async function assertLines(
  tx: Tx,
  claim: ClaimEntity,
  refunds: readonly ProposedRefund[],
  settings: LegalSettings,
): Promise<void> {
  const byLines = refunds.filter(({ lines }) => lines && lines.length > 0);
  if (byLines.length === 0) return;
  const known = await claimLinesOf(tx, claim.id);
  const named = new Set(byLines.flatMap(({ lines }) => lines ?? []));
  const chosen = known.filter(({ id }) => named.has(id));
  if (chosen.length !== named.size) throw bad('refunds', 'the claim has no such line');
  // Locked, so that two claims about one order are approved one after the other.
  const order = claim.orderId === null ? null : await findForUpdate(tx, OrderEntity, { id: claim.orderId });
  const granted = await grantedElsewhere(tx, claim, chosen);
  // An order of which something went back before is not refused as a whole any more.
  const deliveryMinor = granted.size > 0 ? 0 : await deliveryBack(tx, claim, order, chosen, settings);
  const most = sumMinor([...(await mostForLines(tx, order, chosen, granted)), deliveryMinor]);
  if (sumMinor(byLines.map(({ amountMinor }) => amountMinor)) > most) {
    throw new OverRefund('More than is left of the lines', { leftMinor: most });
  }
}

function bad(field: string, text: string): InvalidInput {
  return new InvalidInput(text, { errors: { [field]: text } });
}
