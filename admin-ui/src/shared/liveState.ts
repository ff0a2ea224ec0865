import { useSyncExternalStore } from 'react';

let live = false;
const listeners = new Set<() => void>();

/** Whether the server's stream of changes is open now. */
export function setLive(open: boolean): void {
  live = open;
  for (const tell of listeners) tell();
}

export function useIsLive(): boolean {
  return useSyncExternalStore(watch, () => live);
}

function watch(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}
