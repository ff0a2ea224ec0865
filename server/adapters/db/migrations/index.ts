import { Initial1764000000001 } from './1764000000001-initial';
import { ClaimCounts1795572000000 } from './1795572000000-claim-counts';

/** Oldest first. A migration that has landed is never edited. */
export const MIGRATIONS = [Initial1764000000001, ClaimCounts1795572000000];
