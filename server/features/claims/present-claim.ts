import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import type { Role } from '../../domain/permissions';
import { CustomerEntity } from '../customers';
import { RefundEntity } from '../refunds';
import type { ClaimEntity } from './claim.entity';
import { ClaimLineEntity, ObligationEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
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
  const [row] = await presentClaims(tx, [claim], viewer, { trace: true });
  if (!row) throw new NotFound('No such claim');
  return { ...row, ...(await detailsOf(tx, core, claim)) };
}

/** A page of claims; what belongs to them comes in one query a table. */
export async function presentClaims(
  tx: Tx,
  claims: ClaimEntity[],
  viewer: Viewer,
  options: { trace: boolean } = { trace: false },
): Promise<PresentedClaim[]> {
  if (claims.length === 0) return [];
  const claimId = In(claims.map(({ id }) => id));
  const customers = await tx.findBy(CustomerEntity, { id: In(claims.map((claim) => claim.customerId)) });
  const lines = group(await tx.find(ClaimLineEntity, { where: { claimId }, order: { position: 'ASC' } }));
  const clocks = group(await tx.find(ObligationEntity, { where: { claimId }, order: { dueAt: 'ASC' } }));
  const refunds = group(
    await tx.find(RefundEntity, { where: { claimId }, order: { createdAt: 'ASC', id: 'ASC' } }),
  );
  const people = new Map(customers.map((customer) => [customer.id, customer]));
  return claims.map((claim) => {
    const parts = {
      customer: people.get(claim.customerId),
      lines: lines.get(claim.id) ?? [],
      clocks: clocks.get(claim.id) ?? [],
      refunds: refunds.get(claim.id) ?? [],
    };
    return presentRow(claim, parts, viewer, options.trace);
  });
}

interface Parts {
  customer: CustomerEntity | undefined;
  lines: ClaimLineEntity[];
  clocks: ObligationEntity[];
  refunds: RefundEntity[];
}

function presentRow(
  claim: ClaimEntity,
  { customer, lines, clocks, refunds }: Parts,
  viewer: Viewer,
  trace: boolean,
) {
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
    tasks: claim.tasks.map((task) => ({ ...task, at: iso(task.at), doneAt: iso(task.doneAt) })),
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

function group<Row extends { claimId: string | null }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.claimId ?? '';
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
