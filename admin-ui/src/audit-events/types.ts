import type { RaRecord } from 'react-admin';

/** One line of the trail as the API shows it. */
export interface TrailEvent extends RaRecord {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  resource: string;
  resourceId: string | null;
  claimId: string | null;
  data: Record<string, unknown> | null;
  address: string | null;
}
