import { TooManyRequests } from '../../http/http-errors';

const MOST_WAITING = 20;
const lanes = new Map<string, { tail: Promise<unknown>; waiting: number }>();

/**
 * Runs work of one key one after another, so that a burst of tries at once is counted like tries in a row.
 * @throws TooManyRequests when too many wait already
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const lane = lanes.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
  if (lane.waiting >= MOST_WAITING)
    throw new TooManyRequests('Too many tries at once', { retryAfterSeconds: 1 });
  lanes.set(key, lane);
  lane.waiting += 1;
  const result = lane.tail.then(work);
  lane.tail = result.catch(() => undefined);
  try {
    return await result;
  } finally {
    lane.waiting -= 1;
    if (lane.waiting === 0) lanes.delete(key);
  }
}
