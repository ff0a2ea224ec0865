import { Initial1764000000001 } from './1764000000001-initial';

/** Oldest first. A migration that has landed is never edited. */
export const MIGRATIONS = [Initial1764000000001];
