import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, Ids, Vault } from '../../ports';
import type { ClaimLetter } from '../claims';
import type { StaffDigest } from './send-digests';

export interface ClockParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  vault: Vault;
  loadCalendar: (tx: Tx) => Promise<WorkingCalendar>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
  queueLetter: (tx: Tx, letter: ClaimLetter) => Promise<void>;
  /** A mail to a member of staff about terms that need attention. */
  queueDigest: (tx: Tx, digest: StaffDigest) => Promise<void>;
  /** Reads that may take long, without holding up list pages. */
  longReads: UnitOfWork['read'];
}
