import { useEffect } from 'react';
import { useLocation } from 'react-admin';

/**
 * Where each list was left: its search, filters and page. Kept in memory only, because what people search for is
 * often somebody's name.
 */
const left = new Map<string, string>();

/** Remembers where the list stands, for the way back from a record. */
export function useListAddress(name: string): void {
  const { search } = useLocation();
  useEffect(() => {
    left.set(name, search);
  }, [name, search]);
}

/** The way back to a list as it was left. */
export function listAddressOf(name: string): string {
  return `/${name}${left.get(name) ?? ''}`;
}
