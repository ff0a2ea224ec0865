import { findRows, type SqlPart } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { authorityKind } from '../../domain/authority-terms';
import { NotFound } from '../../domain/errors';
import type { Role } from '../../domain/permissions';
import { CustomerEntity } from '../customers';
import { RefundEntity } from '../refunds';

import { ClaimEntity, ClaimLineEntity, ObligationEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import type { RecordedRequest } from './claim.types';
import { isCurrent, presentClock } from './present-clock';
import { detailsOf } from './present-details';
import { maskedPerson } from '../../domain/masked-person';

/** Who reads: the role decides which personal values are shown. */
export interface Viewer {
  id: string;
  role: Role;
}

export type PresentedClaim = ReturnType<typeof presentRow>;

/** A claim with all that its screen needs (design "A claim"). */
export async function presentClaim(
  tx: Tx,
  core: Pick<ClaimCore, 'loadSettings'>,
  claim: ClaimEntity,
  viewer: Viewer,
) {
  const [found] = await findRows<Pick<ClaimEntity, 'id'> & Parts>(
    tx,
    ClaimEntity,
    byId(claim.id),
    PARTS_IN_FULL,
  );
  return presentWhole(tx, core, { ...claim, ...(found ?? NO_PARTS) }, viewer);
}

/**
 * The claim of an id as its screen needs it, read with its parts by one statement.
 * @throws NotFound
 */
export async function presentClaimOf(
  tx: Tx,
  core: Pick<ClaimCore, 'loadSettings'>,
  id: string,
  viewer: Viewer,
) {
  const [claim] = await findRows<ClaimEntity & Parts>(tx, ClaimEntity, byId(id), WHOLE);
  if (!claim) throw new NotFound('No such claim');
  return presentWhole(tx, core, claim, viewer);
}

async function presentWhole(
  tx: Tx,
  core: Pick<ClaimCore, 'loadSettings'>,
  claim: ClaimEntity & Parts,
  viewer: Viewer,
) {
  return { ...presentRow(claim, claim, viewer, true), ...(await detailsOf(tx, core, claim)) };
}

function byId(id: string): SqlPart {
  return { sql: 'WHERE "row"."id" = $1', values: [id] };
}

/** What belongs to a claim and is shown with it, each by its table's own order. */
export interface Parts {
  customers: CustomerEntity[];
  lines: ClaimLineEntity[];
  clocks: ObligationEntity[];
  refunds: RefundEntity[];
}

const ofClaim = '"part"."claimId" = "row"."id"';

/** How rows of claims are read so that each brings its parts along, by one statement for the whole page. */
function partsWith(clocks: { without?: string[] }) {
  return {
    customers: { entity: CustomerEntity, on: '"part"."id" = "row"."customerId"', order: '"part"."id"' },
    lines: { entity: ClaimLineEntity, on: ofClaim, order: '"part"."position"' },
    clocks: { entity: ObligationEntity, on: ofClaim, order: '"part"."dueAt"', ...clocks },
    refunds: { entity: RefundEntity, on: ofClaim, order: '"part"."createdAt", "part"."id"' },
  };
}

/** For lists: nobody reads there why a date is what it is, and keys are nobody's business. */
export const LISTED = {
  without: ['wrappedKey', 'replyToken'] satisfies (keyof ClaimEntity)[],
  with: partsWith({ without: ['trace'] }),
};
const WHOLE = { with: partsWith({}) };
const PARTS_IN_FULL = { only: ['id'], with: partsWith({}) };

const NO_PARTS: Parts = { customers: [], lines: [], clocks: [], refunds: [] };

/** Rows that were read as `LISTED`. */
export function presentListed(claims: (ClaimEntity & Parts)[], viewer: Viewer): PresentedClaim[] {
  return claims.map((claim) => presentRow(claim, claim, viewer, false));
}

function presentRow(
  claim: ClaimEntity,
  { customers, lines, clocks, refunds }: Parts,
  viewer: Viewer,
  trace: boolean,
) {
  const [customer] = customers;
  const { id, number, kind, state, channel, language, languageSource } = claim;
  const person = {
    name: customer?.name ?? '',
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
  };
  return {
    id,
    number,
    kind,
    state,
    channel,
    language,
    languageSource,
    customerId: claim.customerId,
    customer: { id: claim.customerId, ...maskedPerson(person, viewer.role) },
    payer: claim.payer && maskedPerson(claim.payer, viewer.role),
    representative: claim.representative && maskedPerson(claim.representative, viewer.role),
    orderId: claim.orderId,
    orderNumber: claim.orderNumber,
    lines: lines.map(presentLine),
    paymentId: claim.paymentId,
    requestedMinor: claim.requestedMinor,
    approvedMinor: claim.approvedMinor,
    currency: claim.currency,
    demandedAt: iso(claim.demandedAt),
    demandedReason: claim.demandedReason,
    completeAt: iso(claim.completeAt),
    handedOverOn: claim.handedOverOn,
    obligations: clocks.filter((clock) => isCurrent(clock, claim)).map((clock) => presentClock(clock, trace)),
    dueOn: claim.dueOn,
    dueAt: iso(claim.dueAt),
    latestSafeAt: iso(claim.latestSafeAt),
    provisional: claim.provisional,
    moneyDemandedAt: iso(claim.moneyDemandedAt),
    reopenedAt: iso(claim.restarts.refund?.at ?? null),
    chargedBackAt: iso(claim.chargedBackAt),
    heldAt: iso(claim.heldAt),
    tasks: claim.tasks.map((task) => ({ ...task, at: iso(task.at), doneAt: iso(task.doneAt) })),
    authorityRequests: (claim.authorityRequests ?? []).map(presentRequest),
    assigneeId: claim.assigneeId,
    missing: claim.missing,
    checklist: claim.checklist.map(({ failedAt: _failedAt, at, ...item }) => ({
      ...item,
      at: iso(at ?? null),
    })),
    verdict: claim.verdict,
    proposal: claim.proposal && { ...claim.proposal, proposedAt: iso(claim.proposal.proposedAt) },
    approvedById: claim.approvedById,
    approvedAt: iso(claim.approvedAt),
    payoutFailure: claim.payoutFailure && { ...claim.payoutFailure, at: iso(claim.payoutFailure.at) },
    duplicateOfId: claim.duplicateOfId,
    refunds: refunds.map(presentRefund),
    version: claim.version,
    createdAt: iso(claim.createdAt),
    updatedAt: iso(claim.updatedAt),
    closedAt: iso(claim.closedAt),
  };
}

function presentLine({ claimId: _claimId, position: _position, ...line }: ClaimLineEntity) {
  return line;
}

function presentRequest(request: RecordedRequest) {
  return {
    ...request,
    kind: authorityKind(request.code),
    receivedAt: iso(request.receivedAt),
    recordedAt: iso(request.recordedAt),
    answeredAt: iso(request.answeredAt),
    withdrawnAt: iso(request.withdrawnAt),
  };
}

function presentRefund(refund: RefundEntity) {
  const { id, claimId, paymentId, amountMinor, currency, state, source, gatewayRefundId } = refund;
  return {
    id,
    claimId,
    paymentId,
    amountMinor,
    currency,
    state,
    source,
    gatewayRefundId,
    gatewayText: refund.refusedText,
    createdAt: iso(refund.createdAt),
    acceptedAt: iso(refund.acceptedAt),
    settledAt: iso(refund.settledAt),
  };
}

export function iso(at: number): string;
export function iso(at: number | null): string | null;
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
