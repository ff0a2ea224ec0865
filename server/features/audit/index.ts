export { AuditEventEntity, AuditSealEntity } from './audit.entity';
export { makeAuditRefusal } from './audit-refusal';
export { type AuditParts, auditRoutes, type NamesOf, type WordsOf } from './audit.routes';
export { type EventFacts, recordEvent, recordEvents } from './record-event';
export { makeRecordExport } from './record-export';
export { sealEvents, verifySeals } from './seal-events';
