import type { Request } from 'express';
import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { field, type ListDefinition, listPage, type ListPage } from '../../http/list-query';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { searchClaims } from './claim-search';
import { presentClaim, presentClaims, type PresentedClaim, type Viewer } from './present-claim';

const CLAIMS: ListDefinition<ClaimEntity> = {
  resource: 'claims',
  entity: ClaimEntity,
  fields: {
    number: field('number'),
    kind: field('kind'),
    state: field('state'),
    channel: field('channel'),
    language: field('language'),
    languageSource: field('languageSource'),
    customerId: field('customerId'),
    orderId: field('orderId'),
    orderNumber: field('orderNumber'),
    paymentId: field('paymentId'),
    requestedMinor: field('requestedMinor', 'number'),
    approvedMinor: field('approvedMinor', 'number'),
    currency: field('currency'),
    demandedAt: field('demandedAt', 'instant'),
    completeAt: field('completeAt', 'instant'),
    handedOverOn: field('handedOverOn', 'date'),
    dueOn: field('dueOn', 'date'),
    dueAt: field('dueAt', 'instant'),
    latestSafeAt: field('latestSafeAt', 'instant'),
    assigneeId: field('assigneeId'),
    approvedById: field('approvedById'),
    approvedAt: field('approvedAt', 'instant'),
    duplicateOfId: field('duplicateOfId'),
    createdAt: field('createdAt', 'instant'),
    updatedAt: field('updatedAt', 'instant'),
    closedAt: field('closedAt', 'instant'),
    version: field('version', 'number'),
  },
  search: searchClaims,
  defaultSort: ['dueAt', 'ASC'],
};

/** A page of claims, soonest deadline first. */
export async function listClaims(
  tx: Tx,
  req: Request,
  viewer: Viewer,
): Promise<{ page: ListPage<ClaimEntity>; rows: PresentedClaim[] }> {
  const page = await listPage(tx, CLAIMS, req);
  return { page, rows: await presentClaims(tx, page.rows, viewer) };
}

/** @throws NotFound */
export async function getClaim(tx: Tx, core: ClaimCore, id: string, viewer: Viewer) {
  const claim = await tx.findOneBy(ClaimEntity, { id });
  if (!claim) throw new NotFound('No such claim');
  return presentClaim(tx, core, claim, viewer);
}
