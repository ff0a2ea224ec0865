import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { knownStorageKeys } from './keep-documents';

/** Says which of these storage keys a table names. */
export type KnownKeys = (tx: Tx, storageKeys: string[]) => Promise<Set<string>>;

/** The store's own walk over its files. */
export interface SweepableFiles {
  sweep(isKnown: (storageKeys: string[]) => Promise<Set<string>>, olderThanMs: number): Promise<number>;
}

const GRACE_MS = 60 * 60 * 1000;

/**
 * Removes files that no row names: what a process left that died between file and row. An hour of grace lets uploads
 * in hand finish.
 * @param otherTables - every other table that keeps files (the mail ledger); a table left out here loses its files
 * @returns how many files were removed
 */
export function makeSweepFiles(deps: {
  uow: UnitOfWork;
  files: SweepableFiles;
  otherTables: readonly KnownKeys[];
}): () => Promise<number> {
  const { uow, files, otherTables } = deps;
  const tables: readonly KnownKeys[] = [knownStorageKeys, ...otherTables];
  return () =>
    files.sweep(
      (storageKeys) =>
        uow.read(async (tx) => {
          const known = new Set<string>();
          for (const knows of tables) {
            const asked = storageKeys.filter((key) => !known.has(key));
            if (asked.length > 0) for (const key of await knows(tx, asked)) known.add(key);
          }
          return known;
        }),
      GRACE_MS,
    );
}
