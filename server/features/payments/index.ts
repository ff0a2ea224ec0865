export { ExceptionEntity, GatewayEventEntity, PaymentEntity } from './payment.entity';
