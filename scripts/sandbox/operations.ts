import type { Operation } from './types';

/** A new operation: everything unnamed is empty. */
export function newOperation(
  facts: Pick<Operation, 'id' | 'type' | 'status' | 'amountMinor' | 'currency' | 'createdAt'> &
    Partial<Operation>,
): Operation {
  const paid = facts.status === 'Authorized' || facts.status === 'Completed' || facts.status === 'Cancelled';
  return {
    invoiceId: null,
    accountId: null,
    email: null,
    description: null,
    jsonData: null,
    authorizedAt: paid ? facts.createdAt : null,
    confirmedAt: facts.status === 'Completed' ? facts.createdAt : null,
    reasonCode: 0,
    cardFirstSix: null,
    cardLastFour: null,
    cardType: null,
    cardExpDate: null,
    issuer: null,
    name: null,
    token: null,
    originalId: null,
    refunded: false,
    visibleFrom: facts.createdAt,
    afterSecure: null,
    ...facts,
  };
}
