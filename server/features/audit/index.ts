export { AuditEventEntity, AuditSealEntity } from './audit.entity';
export { makeAuditRefusal } from './audit-refusal';
export { auditRoutes, type NamesOf } from './audit.routes';
export { type EventFacts, recordEvent } from './record-event';
export { sealEvents, verifySeals } from './seal-events';
