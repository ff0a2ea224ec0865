import { z } from 'zod';

/**
 * A name, a title, a number as people type or paste it: one line, trimmed. Line breaks, tabs and other controls become
 * a space; marks that are not seen but turn the direction of reading are dropped, for with them a name on screen or in
 * a letter reads as another one (Unicode TR 36, 3.2).
 */
export const oneLine = (max: number) => z.string().transform(toOneLine).pipe(z.string().min(1).max(max));

function toOneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(BREAKS, ' ').trim();
}

const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
