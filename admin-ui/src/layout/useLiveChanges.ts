import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setLive } from '../shared/liveState';

/** One line of `GET /api/changes`: which record changed, and the claim that it belongs to. */
interface Change {
  resource: string;
  id: string | null;
  claimId: string | null;
}

/** Changes that come together are answered by one question. */
const GATHER_MS = 700;

/** Everything on screen that hangs on a claim; the names are react-admin's query keys. */
const OF_CLAIMS = ['claims', 'documents', 'messages', 'refunds', 'audit-events'];

/**
 * Follows the server's stream of changes and asks again for what is on screen and may have changed. Without the
 * stream the screens still ask every half minute by themselves.
 */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const stream = new EventSource('/api/changes');
    let gathered: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      const changes = gathered;
      gathered = [];
      askAgain(queries, changes);
    };
    stream.onopen = () => {
      setLive(true);
    };
    stream.onerror = () => {
      setLive(false);
    };
    stream.onmessage = (event: MessageEvent<string>) => {
      gathered.push(JSON.parse(event.data) as Change);
      timer ??= setTimeout(refresh, GATHER_MS);
    };
    return () => {
      clearTimeout(timer);
      stream.close();
      setLive(false);
    };
  }, [queries]);
}

/** Marks as old what the changes touch; only what is on screen is fetched again at once. */
export function askAgain(queries: QueryClient, changes: readonly Change[]): void {
  const resources = new Set(changes.flatMap(({ resource, claimId }) => (claimId ? OF_CLAIMS : [resource])));
  const claims = new Set(changes.flatMap(({ claimId }) => claimId ?? []));
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => touches(queryKey, resources, claims),
  });
}

function touches(key: QueryKey, resources: ReadonlySet<string>, claims: ReadonlySet<string>): boolean {
  const [resource, method, params] = key as [unknown, unknown, { id?: string } | undefined];
  if (resource === 'dashboard') return claims.size > 0 || resources.has('payouts');
  if (typeof resource !== 'string' || !resources.has(resource)) return false;
  // One open claim is asked for again only when it is the one that changed.
  return resource !== 'claims' || method !== 'getOne' || claims.has(String(params?.id));
}
