import type { Request } from 'express';
import type { Tx } from '../../adapters/db/unit-of-work';
import {
  countRows,
  field,
  type ListDefinition,
  type ListPage,
  type ListQuestion,
  readQuestion,
  searchText,
} from '../../http/list-query';
import { ClaimEntity } from './claim.entity';
import { keptTotal } from './claim-counts';
import { bestClaims, pageOfClaims } from './claim-page';
import { countFoundBy, searchClaims } from './claim-search';
import { LISTED, presentListed, type PresentedClaim, type Viewer } from './present-claim';

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
  reads: LISTED,
  defaultSort: ['dueAt', 'ASC'],
};

/** A page of claims, soonest deadline first; a search without another order the best first. */
export async function listClaims(
  tx: Tx,
  req: Request,
  viewer: Viewer,
): Promise<{ page: ListPage<ClaimEntity>; rows: PresentedClaim[] }> {
  const question = readQuestion(tx, CLAIMS, req);
  const { filter, first } = question;
  const total = await totalOf(tx, question);
  const text = req.query.sort === undefined ? searchedFor(filter) : null;
  const rows =
    total <= first
      ? []
      : text === null
        ? await pageOfClaims(tx, question)
        : await bestClaims(tx, text, question);
  return { page: { rows, total, first }, rows: presentListed(rows, viewer) };
}

async function totalOf(tx: Tx, { filter, conditions }: ListQuestion): Promise<number> {
  const text = searchedFor(filter);
  if (text !== null) return countFoundBy(tx, text);
  return (await keptTotal(tx, filter)) ?? countRows(tx, CLAIMS, conditions);
}

/** The text of a question that is a search and nothing else; an empty one asks for nothing. */
function searchedFor({ q, ...others }: ListQuestion['filter']): string | null {
  const searches = typeof q === 'string' && q.trim() !== '' && Object.keys(others).length === 0;
  return searches ? searchText(q) : null;
}
