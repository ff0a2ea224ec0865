import type { Tx } from '../../adapters/db/unit-of-work';
import type { Channel, ClaimKind, Language } from '../../domain/claim';
import { recordEvent } from '../audit';
import { ClaimEntity } from './claim.entity';
import type { Party } from './claim.types';
import type { ClaimCore } from './claim-parts';
import { askedSum, type LineInput, linesFromInput, writeLines } from './claim-lines';
import { indexClaim } from './claim-search';
import { customerOf } from './customer-of';
import { linkOrder, linkPayment } from './link-claim';
import { nextClaimNumber } from './next-number';
import { saveClaim } from './settle-claim';

/** A demand as any channel brings it. */
export interface OpenClaimInput {
  kind: ClaimKind;
  channel: Channel;
  language: Language;
  languageSource: ClaimEntity['languageSource'];
  customer: { name: string; email: string | null; phone: string | null };
  payer?: Party | null;
  representative?: Party | null;
  orderNumber: string | null;
  requestedMinor: number | null;
  currency: string;
  handedOverOn?: string | null;
  lines?: LineInput[];
  /** UTC milliseconds; of a mail our server's receipt. */
  demandedAt: number;
  demandedReason?: string | null;
  /** Null when a machine opens it. */
  actorId: string | null;
  requestId?: string;
  address?: string;
}

export type OpenClaim = (tx: Tx, input: OpenClaimInput) => Promise<ClaimEntity>;

/**
 * Opens a claim: number, customer, order and payment where they are known, lines, clocks, search words, event.
 * Documents and the acknowledgement follow in the same transaction: store the files, then `refreshClaim`, then
 * `acknowledgeClaim`, so that the letter says what is really missing.
 */
export function makeOpenClaim(core: ClaimCore): OpenClaim {
  return async (tx, input) => {
    const { ids, clock, vault } = core;
    const now = clock.now();
    const known = input.languageSource === 'unsure' ? null : input.language;
    const customer = await customerOf(tx, ids, { ...input.customer, language: known }, now);
    const claim = tx.create(ClaimEntity, {
      ...emptyClaim(now),
      id: ids.next(),
      number: await nextClaimNumber(tx, now),
      kind: input.kind,
      channel: input.channel,
      language: input.language,
      languageSource: input.languageSource,
      customerId: customer.id,
      payer: input.payer ?? null,
      representative: input.representative ?? null,
      orderNumber: input.orderNumber,
      requestedMinor: input.requestedMinor,
      currency: input.currency,
      demandedAt: input.demandedAt,
      demandedReason: input.demandedReason ?? null,
      handedOverOn: input.handedOverOn ?? null,
      wrappedKey: vault.newKey(),
      replyToken: ids.token(16),
    });
    const { order, lines } = await linkOrder(tx, claim);
    const chosen = input.lines ? await linesFromInput(tx, input.lines, order, claim.kind) : lines;
    if (input.lines) claim.requestedMinor ??= askedSum(chosen);
    await linkPayment(tx, claim);
    await tx.insert(ClaimEntity, claim);
    await writeLines(tx, ids, claim.id, chosen);
    await saveClaim(tx, core, claim);
    await indexClaim(tx, claim.id, { number: claim.number, orderNumber: claim.orderNumber, customer });
    await recordEvent(tx, ids, {
      actorId: input.actorId,
      action: 'claim.created',
      resource: 'claims',
      resourceId: claim.id,
      claimId: claim.id,
      data: {
        number: claim.number,
        kind: claim.kind,
        channel: claim.channel,
        requestedMinor: claim.requestedMinor,
        demandedAt: new Date(claim.demandedAt).toISOString(),
        backDated: claim.demandedReason !== null,
      },
      requestId: input.requestId,
      address: input.address,
      at: now,
    });
    return claim;
  };
}

/** Tells the customer the number, the running dates and what is missing; once a claim. */
export async function acknowledgeClaim(
  tx: Tx,
  core: ClaimCore,
  claim: ClaimEntity,
  authorId: string | null,
): Promise<void> {
  await core.queueLetter(tx, {
    kind: 'acknowledgement',
    claim,
    dedupKey: `acknowledgement:${claim.id}`,
    params: { missing: claim.missing },
    authorId,
    now: core.clock.now(),
  });
}

function emptyClaim(now: number) {
  return {
    state: 'received' as const,
    orderId: null,
    paymentId: null,
    approvedMinor: null,
    completeAt: null,
    dueOn: null,
    dueAt: null,
    latestSafeAt: null,
    provisional: false,
    moneyDemandedAt: null,
    restarts: {},
    chargedBackAt: null,
    heldAt: null,
    tasks: [],
    waiting: null,
    authorityRequests: null,
    waitingNextAt: null,
    times: null,
    assigneeId: null,
    missing: [],
    askedAt: null,
    checklist: [],
    verdict: null,
    proposal: null,
    approvedById: null,
    approvedAt: null,
    payoutFailure: null,
    duplicateOfId: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    version: 0,
  };
}
