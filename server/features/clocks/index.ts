import type { JobHandler } from '../jobs';
import type { ClockParts } from './clock-parts';
import { LETTERS_JOB, makeLettersJob } from './correction-letters';
import { makeRecountJob, RECOUNT_JOB } from './recount-job';

export type { ClockParts } from './clock-parts';
export { clockRoutes } from './clocks.routes';
export { makeOrderRecount, resumeRecount } from './recount-job';

/** What a change of the calendar sets to work, by kind of job. */
export function clockJobs(parts: ClockParts): Record<string, JobHandler> {
  return { [RECOUNT_JOB]: makeRecountJob(parts), [LETTERS_JOB]: makeLettersJob(parts) };
}
