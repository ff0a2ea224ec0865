import type { Story } from '../story';
import { AFTER_HANDOVER } from './after-handover';
import { BEFORE_HANDOVER } from './before-handover';
import { DEFECTS_AND_OTHERS } from './defects-and-others';
import { MISTAKEN } from './mistaken';

/** Every claim of the demo. Their order decides order numbers and drawings, so new ones come last. */
export const STORIES: readonly Story[] = [
  ...BEFORE_HANDOVER,
  ...AFTER_HANDOVER,
  ...MISTAKEN,
  ...DEFECTS_AND_OTHERS,
];
