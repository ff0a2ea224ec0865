import type { RaRecord } from 'react-admin';
import type { BreachCause } from '../../../server/domain/breach-cause';

export interface Breach extends RaRecord {
  id: string;
  claimId: string;
  kind: string;
  dueOn: string;
  cause: BreachCause;
  facts: {
    latestSafeAt: string | null;
    movedFrom: string | null;
    missing: string[];
    askedAt: string | null;
    approvedAt: string | null;
    refundsUnderway: number;
    heldByCap?: boolean;
    outage: { from: string; to: string | null } | null;
  };
  holders: { userId: string | null; from: string; to: string }[];
  correctedById: string | null;
  revokedAt: string | null;
  version: number;
}
