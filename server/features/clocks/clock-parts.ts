import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, Ids } from '../../ports';
import type { ClaimLetter } from '../claims';

export interface ClockParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  loadCalendar: (tx: Tx) => Promise<WorkingCalendar>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
  queueLetter: (tx: Tx, letter: ClaimLetter) => Promise<void>;
  /** Reads that may take long, without holding up list pages. */
  longReads: UnitOfWork['read'];
}
