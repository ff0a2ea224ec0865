import { QueryClient } from '@tanstack/react-query';
import { askAgain } from './useLiveChanges';

const OPEN = ['claims', 'getOne', { id: 'open' }];
const OTHER = ['claims', 'getOne', { id: 'other' }];
const QUEUE = ['claims', 'getList', { filter: {} }];
const DASHBOARD = ['dashboard'];
const LETTERS = ['messages', 'getList', { filter: { claimId: 'open' } }];
const ORDERS = ['orders', 'getList', {}];
const META = ['meta'];

function oldAfter(changes: Parameters<typeof askAgain>[1]): unknown[] {
  const queries = new QueryClient();
  const keys = [OPEN, OTHER, QUEUE, DASHBOARD, LETTERS, ORDERS, META];
  for (const key of keys) queries.setQueryData(key, 1);
  askAgain(queries, changes);
  return keys.filter((key) => queries.getQueryState(key)?.isInvalidated);
}

it('asks again for the claim that changed, its letters, the queue and the counts, and for no other claim', () => {
  const changes = [{ resource: 'messages', id: 'm', claimId: 'open' }];
  expect(oldAfter(changes)).toEqual([OPEN, QUEUE, DASHBOARD, LETTERS]);
});

it('asks again only for the list of a record that belongs to no claim', () => {
  expect(oldAfter([{ resource: 'orders', id: 'o', claimId: null }])).toEqual([ORDERS]);
});

it('asks for nothing when nothing changed', () => {
  expect(oldAfter([])).toEqual([]);
});
