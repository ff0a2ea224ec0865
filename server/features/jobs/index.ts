export { enqueue, type JobOrder } from './enqueue';
export { JobEntity } from './job.entity';
export type { JobHandler, RecurringJob } from './job-handler';
export { jobRoutes } from './jobs.routes';
export { releaseJobLeases } from './release-leases';
export { countTroubled } from './troubled';
export { createJobRunner, type JobRunner } from './run-jobs';
