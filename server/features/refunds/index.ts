export { RefundAttemptEntity, RefundEntity } from './refund.entity';
