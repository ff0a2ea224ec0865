import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { isClosed } from '../../domain/claim';
import { IllegalMove, InvalidInput, NotFound, StaleVersion } from '../../domain/errors';
import { assertHandedOver } from '../../domain/handover';
import type { Actor, originOf } from '../../http/route';
import { CustomerEntity } from '../customers';
import { OrderEntity } from '../orders';
import { PaymentEntity } from '../payments';
import { ClaimEntity } from './claim.entity';
import { reindexClaim } from './claim-search';
import { askedSum, claimLinesOf, linesFromInput, writeLines } from './claim-lines';
import type { ClaimParts } from './claim-parts';
import type { UpdateInput } from './claims.schema';
import { linkOrder, linkPayment } from './link-claim';
import { presentClaim } from './present-claim';
import { eventWriter } from './run-verb';
import { saveClaim } from './settle-claim';
import { voidProposal } from './void-proposal';

/**
 * Corrects the facts of a claim. Any edit takes a standing proposal or approval back.
 * @throws NotFound; StaleVersion with `current`; IllegalMove when closed or when money is on its way; InvalidInput
 */
export async function updateClaim(
  tx: Tx,
  parts: ClaimParts,
  call: { id: string; change: UpdateInput; actor: Actor; origin: ReturnType<typeof originOf> },
) {
  const { id, change, actor, origin } = call;
  const claim = await findForUpdate(tx, ClaimEntity, { id });
  if (!claim) throw new NotFound('No such claim');
  if (claim.version !== change.version) {
    throw new StaleVersion('Somebody else changed this claim', {
      current: await presentClaim(tx, parts, claim, actor),
    });
  }
  if (isClosed(claim.state) || claim.state === 'in_payout') {
    throw new IllegalMove('The claim is closed or its money is on the way', {
      current: claim.state,
      move: 'edit',
    });
  }
  const before = factsOf(claim);
  const event = eventWriter(tx, parts, claim, origin);
  const hash = claim.proposal?.hash;
  if (voidProposal(claim)) await event('proposal_voided', { hash });
  await applyFacts(tx, parts, claim, change);
  await applyLines(tx, parts, claim, change);
  await saveClaim(tx, parts, claim);
  await reindexClaim(tx, claim);
  const after = factsOf(claim);
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key]);
  await event('edited', {
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: Object.fromEntries(changed.map((key) => [key, after[key]])),
    lines: change.lines !== undefined,
    people: change.payer !== undefined || change.representative !== undefined,
  });
  return presentClaim(tx, parts, claim, actor);
}

/** The facts that a history may show: codes, sums, dates, ids. */
function factsOf({ kind, language, orderNumber, paymentId, requestedMinor, handedOverOn }: ClaimEntity) {
  return { kind, language, orderNumber, paymentId, requestedMinor, handedOverOn };
}

async function applyFacts(tx: Tx, parts: ClaimParts, claim: ClaimEntity, change: UpdateInput): Promise<void> {
  claim.kind = change.kind ?? claim.kind;
  if (change.payer !== undefined) claim.payer = change.payer;
  if (change.representative !== undefined) claim.representative = change.representative;
  if (change.handedOverOn !== undefined) {
    if (change.handedOverOn !== claim.handedOverOn)
      assertHandedOver(change.handedOverOn, almatyDate(parts.clock.now()));
    claim.handedOverOn = change.handedOverOn;
  }
  if (change.requestedMinor !== undefined) claim.requestedMinor = change.requestedMinor;
  if (change.language !== undefined && change.language !== claim.language) {
    claim.language = change.language;
    claim.languageSource = 'staff';
    await tx.update(CustomerEntity, { id: claim.customerId }, { language: change.language });
  }
  if (change.paymentId !== undefined) await choosePayment(tx, claim, change.paymentId);
  if (change.orderNumber !== undefined && change.orderNumber !== claim.orderNumber) {
    claim.orderNumber = change.orderNumber;
    const { lines } = await linkOrder(tx, claim);
    if (change.lines === undefined && lines.length > 0) await writeLines(tx, parts.ids, claim.id, lines);
    if (change.paymentId === undefined) await linkPayment(tx, claim);
  }
}

async function choosePayment(tx: Tx, claim: ClaimEntity, paymentId: string | null): Promise<void> {
  const payment = paymentId === null ? null : await tx.findOneBy(PaymentEntity, { id: paymentId });
  if (paymentId !== null && payment?.currency !== claim.currency) {
    throw new InvalidInput('No such payment in the currency of the claim', {
      errors: { paymentId: 'no such payment' },
    });
  }
  claim.paymentId = paymentId;
}

async function applyLines(tx: Tx, parts: ClaimParts, claim: ClaimEntity, change: UpdateInput): Promise<void> {
  if (change.lines === undefined) return;
  const order = claim.orderId === null ? null : await tx.findOneBy(OrderEntity, { id: claim.orderId });
  const known = await claimLinesOf(tx, claim.id);
  const given = change.lines.map(({ approvedMinor: _approved, ...line }) => {
    const old = known.find(({ id }) => id === line.id);
    if (!old) return line;
    const fewer = line.quantity !== undefined && line.quantity !== old.quantity;
    const { askedMinor: _asked, discountMinor: _discount, ...rest } = old;
    return { ...(fewer ? rest : old), ...dropUndefined(line) };
  });
  const lines = await linesFromInput(tx, given, order, claim.kind);
  await writeLines(
    tx,
    parts.ids,
    claim.id,
    lines.map((line, index) => ({ ...line, id: change.lines?.[index]?.id })),
  );
  if (change.requestedMinor === undefined) claim.requestedMinor = askedSum(lines) || null;
}

function dropUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>;
}
