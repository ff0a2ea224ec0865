import type { Database } from './adapters/db/database';
import type { DiskFileStore } from './adapters/storage';
import { makeSweepFiles } from './features/documents';
import { knownMailKeys } from './features/intake';
import type { RecurringJob } from './features/jobs';
import { forgetOldCommands } from './http/commands';
import type { Clock } from './ports';

const HOUR_MS = 3_600_000;

/** Work that keeps the house tidy: files that no row names, and answers that nobody will ask for again. */
export function housekeeping(parts: {
  database: Pick<Database, 'uow'>;
  files: DiskFileStore;
  clock: Clock;
}): RecurringJob[] {
  const { database, files, clock } = parts;
  const { uow } = database;
  const sweep = makeSweepFiles({ uow, files, otherTables: [knownMailKeys] });
  return [
    {
      kind: 'files.sweep',
      everyMs: HOUR_MS,
      run: async () => {
        await sweep();
      },
    },
    { kind: 'commands.forget', everyMs: 24 * HOUR_MS, run: () => forgetOldCommands(uow, clock.now()) },
  ];
}
