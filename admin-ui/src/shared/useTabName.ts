import { useEffect } from 'react';

/** Names the browser tab after what is on screen. Null leaves the name to somebody else. */
export function useTabName(name: string | null): void {
  useEffect(() => {
    if (name !== null) document.title = `${name} · Qaitarym`;
  }, [name]);
}
