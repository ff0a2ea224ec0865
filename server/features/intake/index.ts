export { forgetRawMail } from './forget-raw-mail';
export { intakeRoutes } from './intake.routes';
export type { IntakeParts } from './intake-parts';
export { knownMailKeys } from './ledger-row';
export { MailLedgerEntity, type MailOutcome } from './mail-ledger.entity';
export { makeTakeMail, type TakeMail } from './take-mail';
