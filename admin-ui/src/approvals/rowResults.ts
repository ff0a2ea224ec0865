import type { BatchResult } from '../providers/verbs';

/** What became of each row of the last batch, by claim id. */
export type RowResults = Record<string, BatchResult>;

export function byClaim(results: readonly BatchResult[]): RowResults {
  return Object.fromEntries(results.map((result) => [result.id, result]));
}
