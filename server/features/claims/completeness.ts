import { type RequiredItem, requiredItems } from '../../domain/claim';
import type { ClaimEntity } from './claim.entity';
import type { ChecklistItem } from './claim.types';
import type { ClaimFacts } from './claim-facts';

export interface Completeness {
  missing: RequiredItem[];
  /** When the last required item arrived; null while one is missing. */
  completeAt: number | null;
  /** The arrival that a failed check took back, with the item that failed. */
  voided: { arrivedAt: number; reason: string } | null;
}

/**
 * What is missing and since when nothing is (design §3). A paper counts from its arrival; one that a person
 * found wanting counts no more, until a newer one comes or the person takes it back.
 */
export function completenessOf(
  claim: Pick<ClaimEntity, 'kind' | 'checklist' | 'demandedAt'>,
  documents: ClaimFacts['documents'],
): Completeness {
  const items = requiredItems(claim.kind).map((item) => {
    const check = claim.checklist.find(({ code }) => code === item);
    return { item, first: firstArrival(item, documents, 0), valid: validArrival(item, check, documents) };
  });
  const missing = items.filter(({ valid }) => valid === null).map(({ item }) => item);
  const latest = (arrivals: (number | null)[]) =>
    Math.max(claim.demandedAt, ...arrivals.filter((at) => at !== null));
  if (missing.length === 0)
    return { missing, completeAt: latest(items.map(({ valid }) => valid)), voided: null };
  const failed = items.find(({ valid }) => valid === null);
  const everArrived = items.every(({ first }) => first !== null);
  return {
    missing,
    completeAt: null,
    voided:
      everArrived && failed
        ? { arrivedAt: latest(items.map(({ first }) => first)), reason: failed.item }
        : null,
  };
}

function validArrival(
  item: RequiredItem,
  check: ChecklistItem | undefined,
  documents: ClaimFacts['documents'],
): number | null {
  const arrived = firstArrival(item, documents, check?.failedAt ?? 0);
  if (arrived !== null) return arrived;
  // A person who holds the paper in hand may say so although no file is stored.
  return check?.ok === true && !check.auto ? (check.at ?? null) : null;
}

function firstArrival(item: RequiredItem, documents: ClaimFacts['documents'], after: number): number | null {
  const found = documents.find(({ type, createdAt }) => type === item && createdAt > after);
  return found?.createdAt ?? null;
}
