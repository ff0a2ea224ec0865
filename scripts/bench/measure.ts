import { cpuMicros } from './cpu';

/** One of the two that are compared. */
export interface Contestant {
  /** Processes whose CPU counts. */
  pids: () => number[];
  /** The n-th operation, from asking to the complete answer. */
  operation: (n: number) => Promise<void>;
}

/** Medians over the rounds, microseconds an operation. */
export interface Cost {
  cpu: number;
  wall: number;
  /** CPU of each round, in their order. */
  rounds?: number[];
}

export interface Effort {
  rounds: number;
  /** Operations of one side in one round. */
  operations: number;
  /** How many are under way at once. */
  together: number;
}

/** Rounds alternate, so that a busy neighbour meets both; one round of each warms up and does not count. */
export async function compare<Name extends string>(
  contestants: Record<Name, Contestant>,
  effort: Effort,
): Promise<Record<Name, Cost>> {
  const names = Object.keys(contestants) as Name[];
  const found = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= effort.rounds; round += 1) {
    for (const name of names) {
      const cost = await oneRound(contestants[name], effort, round * effort.operations);
      if (round > 0) found.get(name)?.push(cost);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const costs = found.get(name) ?? [];
      return [name, overall(costs)];
    }),
  ) as Record<Name, Cost>;
}

/** Medians of what the rounds cost. */
export function overall(costs: readonly Cost[]): Cost {
  const rounds = costs.map(({ cpu }) => cpu);
  return { cpu: median(rounds), wall: median(costs.map(({ wall }) => wall)), rounds };
}

/** How the ratio of neighbouring rounds lies: its median and its middle half, so that one disturbed round does not show. */
export function ratioOf(product: Cost, limit: Cost): { ratio: number; from: number; to: number } {
  const ratios = (product.rounds ?? [product.cpu])
    .map((cpu, round) => cpu / (limit.rounds?.[round] ?? limit.cpu))
    .sort((a, b) => a - b);
  const at = (part: number) => ratios[Math.round(part * (ratios.length - 1))] ?? NaN;
  return { ratio: median(ratios), from: at(0.25), to: at(0.75) };
}

async function oneRound({ pids, operation }: Contestant, effort: Effort, first: number): Promise<Cost> {
  const { operations, together } = effort;
  const [cpuBefore, begun] = [cpuMicros(pids()), performance.now()];
  let next = first;
  const last = first + operations;
  const lane = async () => {
    while (next < last) {
      const n = next;
      next += 1;
      await operation(n);
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
  const wall = (performance.now() - begun) * 1000;
  return { cpu: (cpuMicros(pids()) - cpuBefore) / operations, wall: wall / operations };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
