import type { RefObject } from 'react';
import { useHotkeys } from '../shared/useHotkeys';

/** `J` and `K` move the focus between the rows of a table. */
export function useRowKeys(
  table: RefObject<HTMLElement | null>,
  selector = '[data-testid="claim-row"]',
): void {
  const rows = () => Array.from(table.current?.querySelectorAll<HTMLElement>(selector) ?? []);
  const move = (step: number) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    all[Math.min(all.length - 1, Math.max(0, at === -1 ? 0 : at + step))]?.focus();
  };
  useHotkeys({
    KeyJ: () => {
      move(1);
    },
    KeyK: () => {
      move(-1);
    },
  });
}
