export { waitingPayoutRoutes } from './waiting-payouts';
export {
  BreachEntity,
  ClaimEntity,
  ClaimLineEntity,
  DeadlineMoveEntity,
  ObligationEntity,
} from './claim.entity';
export { remindCustomers } from './remind-customers';
export { noteBreaches, revokeBreach } from './note-breaches';
export { datesTold, noteMoves } from './deadline-moves';
export type {
  ChecklistItem,
  ClaimVerdict,
  Party,
  PayoutFailure,
  Proposal,
  ProposedRefund,
} from './claim.types';
export { foldCounts } from './claim-counts';
export { claimPeopleOf } from './claim-people';
export { indexClaimsOf } from './claim-search';
export { type ClaimDesk, makeClaimDesk } from './claim-desk';
export { type ClaimHooks, makeClaimHooks } from './claim-hooks';
export {
  type ClaimCore,
  type ClaimLetter,
  type ClaimParts,
  LETTER_KINDS,
  type LetterKind,
} from './claim-parts';
export { claimRoutes } from './claims.routes';
export { type EventWords, makeEventWords } from './event-words';
export { acknowledgeClaim, makeOpenClaim, type OpenClaim, type OpenClaimInput } from './open-claim';
export type { PresentedClaim, Viewer } from './present-claim';
export { makeRefreshClaim, type RefreshCause, type RefreshClaim } from './refresh-claim';
export { makeOrdersSaved } from './orders-saved';
