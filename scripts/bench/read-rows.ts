import type { DeskClient } from './desk-client';
import { listPath } from './desk-client';
import { compare, type Contestant, type Cost, type Effort } from './measure';
import { httpClient } from './http-client';
import { costLine, type Line } from './report';

/** The two running sides over one size of data. */
export interface Sides {
  claims: number;
  desk: DeskClient;
  limitUrl: string;
  productPids: () => number[];
  limitPids: () => number[];
}

const QUEUE = { filter: { state: 'in_review' }, sort: ['dueAt', 'ASC'] as [string, 'ASC'] };
const EFFORT: Effort = { rounds: 7, operations: 300, together: 4 };

/** Pages whose cost must not grow with the data: product alone, by name. */
export type Pages = Record<string, Cost>;

/** List page, list of all, one claim, search: each beside the limit's answer to the same question. */
export async function readRows(sides: Sides): Promise<{ lines: Line[]; pages: Pages }> {
  const { desk, claims } = sides;
  const limit = httpClient(sides.limitUrl);
  const pair = (product: Contestant['operation'], raw: Contestant['operation'], effort = EFFORT) =>
    compare(
      {
        product: { pids: sides.productPids, operation: product },
        limit: { pids: sides.limitPids, operation: raw },
      },
      effort,
    );
  const get = (path: string) => async () => {
    await desk.get(path);
  };
  const raw = (path: string) => async () => {
    await limit.ok(path);
  };
  const sample = await sampleOf(desk);
  const lines: Line[] = [];
  const pages: Pages = {};

  const list = await pair(get(listPath('claims', QUEUE)), raw('/list?state=in_review'));
  lines.push(costLine('list page: state, by deadline, total', claims, list, { must: 2, aim: 1.5 }));
  pages['list page'] = list.product;

  const all = await pair(get(listPath('claims', { sort: ['dueAt', 'ASC'] })), raw('/all'));
  lines.push(costLine('list of all, total', claims, all, { must: 3, aim: 2 }));
  pages['list of all'] = all.product;

  const one = await pair(
    async (n) => {
      const id = pick(sample, n).id;
      const filter = { claimId: id };
      await Promise.all([
        desk.get(`/api/claims/${id}`),
        ...['documents', 'messages', 'refunds'].map((resource) => desk.get(listPath(resource, { filter }))),
      ]);
    },
    async (n) => {
      await limit.ok(`/claim?id=${pick(sample, n).id}`);
    },
  );
  lines.push(costLine('one claim with all of its screen', claims, one, { must: 8, aim: 6 }));
  pages['one claim'] = one.product;

  for (const [what, text] of [
    ['search: whole name', (n: number) => pick(sample, n).name],
    ['search: claim number', (n: number) => pick(sample, n).number],
  ] as const) {
    const found = await pair(
      async (n) => {
        await desk.get(listPath('claims', { filter: { q: text(n) } }));
      },
      async (n) => {
        await limit.ok(`/search?q=${encodeURIComponent(text(n))}`);
      },
    );
    lines.push(costLine(what, claims, found, { must: 2, aim: 1.5 }));
  }

  const deep = Math.floor((await desk.list('claims', QUEUE)).total * 0.4);
  const alone = async (path: string) =>
    (await compare({ product: { pids: sides.productPids, operation: get(path) } }, EFFORT)).product;
  pages['list page at 40 %'] = await alone(listPath('claims', { ...QUEUE, range: [deep, deep + 24] }));
  const open = ['received', 'needs_documents', 'in_review', 'proposed', 'approved', 'in_payout'];
  pages['open queue'] = await alone(listPath('claims', { filter: { state: open }, sort: ['dueAt', 'ASC'] }));
  const middle = Math.floor(claims * 0.4);
  pages['list of all at 40 %'] = await alone(
    listPath('claims', { range: [middle, middle + 24], sort: ['dueAt', 'ASC'] }),
  );
  pages.dashboard = await alone('/api/dashboard');
  limit.close();
  return { lines, pages };
}

interface Sample {
  id: string;
  name: string;
  number: string;
}

/** The newest claims of several states, the same in each run; in very large seeds only new ones have letters. */
async function sampleOf(desk: DeskClient): Promise<Sample[]> {
  const sample: Sample[] = [];
  for (const state of ['in_review', 'resolved', 'rejected', 'withdrawn']) {
    const { rows } = await desk.list('claims', {
      filter: { state },
      range: [0, 99],
      sort: ['number', 'DESC'],
    });
    for (const { id, customer, number } of rows as unknown as {
      id: string;
      customer: { name: string };
      number: string;
    }[]) {
      sample.push({ id, name: customer.name, number });
    }
  }
  return sample;
}

function pick(sample: readonly Sample[], n: number): Sample {
  const one = sample[n % sample.length];
  if (!one) throw new Error('The seeded data hold no claim');
  return one;
}

/** How each page's CPU grew from the smallest data to the largest. */
export function growthLines(sizes: readonly { claims: number; pages: Pages }[]): Line[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || first === last) return [];
  return Object.entries(last.pages).flatMap(([page, cost]) => {
    const before = first.pages[page];
    if (!before) return [];
    return {
      what: `growth of ${page} from ${String(first.claims)}`,
      claims: last.claims,
      product: `${cost.cpu.toFixed(0)} µs`,
      limit: `${before.cpu.toFixed(0)} µs`,
      ratio: cost.cpu / before.cpu,
      spread: null,
      must: 1.5,
      aim: 1.2,
    };
  });
}
