import type { JobHandler, RecurringJob } from '../jobs';
import type { ClockParts } from './clock-parts';
import { LETTERS_JOB, makeLettersJob } from './correction-letters';
import { makeRecountJob, RECOUNT_JOB } from './recount-job';
import { putAwayWarnings } from './put-away-warnings';
import { sendDigests } from './send-digests';
import { sweepTerms } from './sweep-terms';

export type { ClockParts } from './clock-parts';
export { breachRoutes } from './breaches.routes';
export { clockRoutes } from './clocks.routes';
export type { StaffDigest } from './send-digests';
export { reportRoutes } from './report.routes';
export { settingPreviewRoutes } from './setting-preview.routes';
export { warningRoutes } from './warnings.routes';
export { makeOrderRecount, resumeRecount } from './recount-job';

/** What a change of the calendar sets to work, by kind of job. */
export function clockJobs(parts: ClockParts): Record<string, JobHandler> {
  return { [RECOUNT_JOB]: makeRecountJob(parts), [LETTERS_JOB]: makeLettersJob(parts) };
}

const SWEEP_EVERY_MS = 60_000;
const DIGEST_EVERY_MS = 15 * 60_000;

/** What looks after running terms by itself; each is idempotent, and one instance at a time does it. */
export function clockRecurring(parts: ClockParts): RecurringJob[] {
  return [
    { kind: 'clocks.sweep', everyMs: SWEEP_EVERY_MS, run: () => sweepTerms(parts) },
    {
      kind: 'clocks.digest',
      everyMs: DIGEST_EVERY_MS,
      run: async () => {
        // What was reached this minute goes along; the next mail may be tomorrow's.
        await sweepTerms(parts);
        await putAwayWarnings(parts);
        await sendDigests(parts);
      },
    },
  ];
}
