export { AuditEventEntity, AuditSealEntity } from './audit.entity';
export { recordEvent, type EventFacts } from './record-event';
