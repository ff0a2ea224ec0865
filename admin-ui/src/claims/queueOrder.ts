import { useEffect } from 'react';
import { useListContext, useStore } from 'react-admin';
import type { Claim } from '../shared/types';

const KEY = 'queue.order';

/** Keeps the order of the rows on screen, so that an open claim knows its neighbours. */
export function useKeepQueueOrder(): void {
  const { data } = useListContext<Claim>();
  const [, keep] = useStore<string[]>(KEY, []);
  const order = data?.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (order) keep(order.split(' '));
  }, [order, keep]);
}

export interface Neighbours {
  previous?: string;
  next?: string;
  /** Place of the claim, from 1; 0 when it was not opened from the queue. */
  position: number;
  total: number;
}

/** The claims before and after this one in the part of the queue that was last on screen. */
export function useNeighbours(id: string): Neighbours {
  const [order] = useStore<string[]>(KEY, []);
  const at = order.indexOf(id);
  return {
    previous: at > 0 ? order[at - 1] : undefined,
    next: at >= 0 ? order[at + 1] : undefined,
    position: at + 1,
    total: order.length,
  };
}
