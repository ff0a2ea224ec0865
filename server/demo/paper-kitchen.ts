import type { AttachedFile } from '../features/documents';

/** Makes files ahead of their turn, a few at a time: while one is drawn, the database and other drawings go on. */
export interface PaperKitchen {
  /** Begins to make what will be asked for under this key. */
  begin(key: string, make: () => Promise<AttachedFile[]>): void;
  /** What was begun under the key, or what `make` makes now. */
  take(key: string, make: () => Promise<AttachedFile[]>): Promise<AttachedFile[]>;
}

const AT_ONCE = 3;

export function paperKitchen(): PaperKitchen {
  const begun = new Map<string, Promise<AttachedFile[]>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function inTurn(make: () => Promise<AttachedFile[]>): Promise<AttachedFile[]> {
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      return await make();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  }

  return {
    begin(key, make) {
      const made = inTurn(make);
      // Whoever takes it hears of the error.
      made.catch(() => undefined);
      begun.set(key, made);
    },
    take(key, make) {
      const ahead = begun.get(key);
      begun.delete(key);
      return ahead ?? inTurn(make);
    },
  };
}
