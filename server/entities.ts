import { AuditEventEntity, AuditSealEntity } from './features/audit/audit.entity';
import { AuthorityTermEntity } from './features/authorities/authority-term.entity';
import {
  CalendarChangeEntity,
  CalendarDayEntity,
  CalendarYearEntity,
} from './features/calendar/calendar.entity';
import {
  BreachEntity,
  ClaimCounterEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  DeadlineMoveEntity,
  ObligationEntity,
} from './features/claims/claim.entity';
import { EscalationEntity, WarningEntity } from './features/clocks/escalation.entity';
import { CustomerEntity } from './features/customers/customer.entity';
import { DocumentEntity } from './features/documents/document.entity';
import { MailboxPositionEntity, MailLedgerEntity } from './features/intake/mail-ledger.entity';
import { JobEntity } from './features/jobs/job.entity';
import { MessageEntity } from './features/messages/message.entity';
import { OrderEntity, OrderLineEntity } from './features/orders/order.entity';
import { ExceptionEntity, GatewayEventEntity, PaymentEntity } from './features/payments/payment.entity';
import { GatewayOutageEntity } from './features/refunds/outage.entity';
import {
  GatewayCallEntity,
  LedgerEntryEntity,
  RefundAttemptEntity,
  RefundEntity,
} from './features/refunds/refund.entity';
import { RefundReversalEntity } from './features/refunds/reversal.entity';
import { SettingEntity, SystemFlagEntity } from './features/settings/setting.entity';
import {
  ApiTokenEntity,
  SessionEntity,
  SignInThrottleEntity,
  UserEntity,
  UserTokenEntity,
} from './features/users/user.entity';
import { WebhookForwardEntity } from './features/webhooks/webhook-forward.entity';
import { CommandEntity } from './http/command.entity';

/** Every table of the product, for the data sources and the migration generator. */
export const ENTITIES = [
  ApiTokenEntity,
  AuditEventEntity,
  AuditSealEntity,
  AuthorityTermEntity,
  BreachEntity,
  CalendarChangeEntity,
  CalendarDayEntity,
  CalendarYearEntity,
  ClaimCounterEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  CommandEntity,
  CustomerEntity,
  DeadlineMoveEntity,
  DocumentEntity,
  EscalationEntity,
  ExceptionEntity,
  GatewayCallEntity,
  GatewayEventEntity,
  GatewayOutageEntity,
  JobEntity,
  LedgerEntryEntity,
  MailboxPositionEntity,
  MailLedgerEntity,
  MessageEntity,
  ObligationEntity,
  OrderEntity,
  OrderLineEntity,
  PaymentEntity,
  RefundAttemptEntity,
  RefundEntity,
  RefundReversalEntity,
  SessionEntity,
  SettingEntity,
  SignInThrottleEntity,
  SystemFlagEntity,
  UserEntity,
  UserTokenEntity,
  WarningEntity,
  WebhookForwardEntity,
];
