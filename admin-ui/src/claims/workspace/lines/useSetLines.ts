import type { ClaimLine } from '../../../shared/types';
import { useWorkspace } from '../WorkspaceContext';

/** A line as it stands, one with another quantity, or one more of the order. */
export type LineChange = ClaimLine | { id?: string; orderLineId?: string | null; quantity: number };

/** Replaces the lines of the claim; sums and verdict follow on the server. */
export function useSetLines(): (lines: LineChange[]) => void {
  const { claim, verbs, act } = useWorkspace();
  return (lines) => {
    const change = { id: claim.id, previousData: claim, data: { ...claim, lines } };
    void act('lines', () => verbs.update('claims', change));
  };
}
