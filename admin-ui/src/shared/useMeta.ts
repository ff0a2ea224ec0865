import { useQuery } from '@tanstack/react-query';
import { call } from '../providers/http';
import type { Dashboard, Meta } from './types';

/** What kind of installation this is; asked once a page. */
export function useMeta(): Meta | undefined {
  const { data } = useQuery({
    queryKey: ['meta'],
    queryFn: async () => (await call<Meta>('/api/meta')).json,
    staleTime: Infinity,
    retry: false,
  });
  return data;
}

/** Counts, coming deadlines and the next claims; fresh every twenty seconds while the page is seen. */
export function useDashboard(): Dashboard | undefined {
  const { data } = useQuery({
    queryKey: ['dashboard'],
    queryFn: async () => (await call<Dashboard>('/api/dashboard')).json,
    refetchInterval: 20_000,
    retry: false,
  });
  return data;
}
