import { Initial1764000000001 } from './1764000000001-initial';
import { Clocks1795582896134 } from './1795582896134-clocks';
import { Erasure1795586460891 } from './1795586460891-erasure';
import { Questions1795601120727 } from './1795601120727-questions';
import { Authorities1795601267474 } from './1795601267474-authorities';
import { Outages1795601567981 } from './1795601567981-outages';
import { Reversals1795604173512 } from './1795604173512-reversals';

/** Oldest first. A migration that has landed is never edited. */
export const MIGRATIONS = [
  Initial1764000000001,
  Clocks1795582896134,
  Erasure1795586460891,
  Questions1795601120727,
  Authorities1795601267474,
  Outages1795601567981,
  Reversals1795604173512,
];
