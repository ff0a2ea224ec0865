import { useQuery } from '@tanstack/react-query';
import type { PayoutRisk } from '../../../server/domain/payout-risk';
import { call } from '../providers/http';

/** An approved refund that waits in the queue. */
export interface WaitingPayout {
  refundId: string;
  claimId: string;
  number: string;
  amountMinor: number;
  currency: string;
  outcomeCode: string | null;
  waitingSince: string;
  dueOn: string | null;
  risk: PayoutRisk;
}

/** What waits, the first to miss its date first; fresh twice a minute. */
export function useWaitingPayouts() {
  return useQuery({
    queryKey: ['payouts', 'waiting'],
    queryFn: async () => (await call<WaitingPayout[]>('/api/payouts/waiting')).json,
    refetchInterval: 30_000,
    retry: false,
  });
}
