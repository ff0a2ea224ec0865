export type { AccountMail, AccountParts, QueueAccountMail } from './account-links';
export { namesOfActors } from './actor-names';
export { makeFindMachine } from './api-tokens';
export { changePassword, createFirstAdmin, createUserWithPassword } from './first-admin';
export { openSessions, type Sessions } from './open-sessions';
export { UserEntity } from './user.entity';
export { userRoutes } from './users.routes';
