export { enqueue, type JobOrder } from './enqueue';
export { JobEntity } from './job.entity';
export type { JobHandler, RecurringJob } from './job-handler';
