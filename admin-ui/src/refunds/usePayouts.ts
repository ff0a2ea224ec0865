import { useQuery } from '@tanstack/react-query';
import { call } from '../providers/http';

/** Whether money may leave, and why not. */
export interface PayoutState {
  stopped: boolean;
  gatewayAway: boolean;
  gatewayAwaySince: string | null;
  /** The caps in force; null while none stands. A sum of 0 caps nothing. */
  cap: { until: string; perRefundMinor: number; perDayMinor: number } | null;
  reason?: string;
  byId?: string | null;
  resumeRequestedById?: string | null;
  resumeReason?: string | null;
}

/** One answer for every place that shows it, fresh twice a minute. */
export function usePayouts() {
  return useQuery({
    queryKey: ['payouts'],
    queryFn: async () => (await call<PayoutState>('/api/payouts')).json,
    refetchInterval: 30_000,
    retry: false,
  });
}
