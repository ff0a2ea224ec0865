import type { ClauseKey } from './policy-clauses';
import type { PolicyReason } from './policy-facts';

/** A reason with the paragraph of the letter that belongs to it. */
export function reason(
  code: string,
  clause: ClauseKey,
  effect: PolicyReason['effect'],
  params?: PolicyReason['params'],
): PolicyReason {
  return { code, clause, letterKey: `verdict.${code}`, effect, ...(params ? { params } : {}) };
}
