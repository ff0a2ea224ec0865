import { setTimeout as sleep } from 'node:timers/promises';
import { type DeskClient, listPath } from '../desk-client';
import type { HttpClient } from '../http-client';

/** What people at the desk felt in a stretch of time. */
export interface Felt {
  pages: number;
  /** Milliseconds from asking to the whole answer. */
  median: number;
  p99: number;
  worst: number;
  /** Longest time for which the event loop of the server was held, milliseconds. */
  stall: number;
}

const QUEUE = listPath('claims', {
  filter: { state: ['received', 'in_review'] },
  range: [0, 24],
  sort: ['dueAt', 'ASC'],
});
/** A desk of some twenty people. */
const EVERY_MS = 50;
const LOOK_EVERY = 20;

/** Asks for the queue's first page again and again until told to stop; an answer that is no page is an error. */
export function watchList(
  desk: DeskClient,
  metrics: HttpClient,
  token: string,
): { end: () => Promise<Felt> } {
  const times: number[] = [];
  let stall = 0;
  const until = { ended: false };
  const look = async () => {
    const { body } = await metrics.ok('/metrics', { headers: { authorization: `Bearer ${token}` } });
    const [, seconds = 'NaN'] = /^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(body.toString()) ?? [];
    return Number(seconds) * 1000;
  };
  const work = (async () => {
    await look();
    for (let asked = 1; !until.ended; asked += 1) {
      const began = performance.now();
      await desk.get(QUEUE);
      const took = performance.now() - began;
      times.push(took);
      // The server keeps the longest stall since somebody last looked.
      if (asked % LOOK_EVERY === 0) stall = Math.max(stall, await look());
      await sleep(Math.max(0, EVERY_MS - took));
    }
    stall = Math.max(stall, await look());
  })();
  return {
    async end() {
      until.ended = true;
      await work;
      const sorted = times.sort((a, b) => a - b);
      const at = (part: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
      return { pages: sorted.length, median: at(0.5), p99: at(0.99), worst: at(1), stall };
    },
  };
}
