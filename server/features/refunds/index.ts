export { bindRefund, type SeenRefund } from './bind-refund';
export { makeBreaker, type Breaker } from './breaker';
export { capacityOf } from './capacity';
export { forgetOwnLeases, pollGateway, refundRecurring, resolveDue, sendDue } from './recurring';
export { RefundAttemptEntity, RefundEntity } from './refund.entity';
export type { RefundHooks, RefundParts } from './refund-parts';
export { refundRoutes } from './refunds.routes';
export { reserveRefunds, retryRefunds } from './reserve-refunds';
