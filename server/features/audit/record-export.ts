import type { Tx } from '../../adapters/db/unit-of-work';
import type { ExportFacts } from '../../http/export-csv';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from './record-event';

/** Writes down who took a list with them, and how much of it. */
export function makeRecordExport({ clock, ids }: { clock: Clock; ids: Ids }) {
  return (tx: Tx, { resource, rows, filteredBy, ...origin }: ExportFacts): Promise<void> =>
    recordEvent(tx, ids, {
      ...origin,
      action: 'export.made',
      resource,
      resourceId: null,
      data: { rows, filteredBy },
      at: clock.now(),
    });
}
