export { causeOf, failedPaymentsOf, isTheirs, paidLaterAt } from './failed-payments';
export { type MatchedPayment, matchPayments, type MatchReason, type PaymentQuery } from './match-payments';
export { ExceptionEntity, GatewayEventEntity, PaymentEntity } from './payment.entity';
export { paymentRoutes } from './payments.routes';
export { type PaymentFacts, recordPayment } from './record-payment';
export { reportException } from './report-exception';
