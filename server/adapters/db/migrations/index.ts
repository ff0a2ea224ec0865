import { Initial1764000000001 } from './1764000000001-initial';
import { Clocks1795582896134 } from './1795582896134-clocks';

/** Oldest first. A migration that has landed is never edited. */
export const MIGRATIONS = [Initial1764000000001, Clocks1795582896134];
