import type { RaRecord } from 'react-admin';

export const NOTICE_TYPES = ['pay', 'fail', 'confirm', 'refund', 'cancel', 'check'] as const;

/** A signed notice of the gateway with the fields that we keep. */
export interface GatewayEvent extends RaRecord {
  id: string;
  type: string;
  transactionId: number;
  fields: Record<string, unknown> | null;
  receivedAt: string;
}
