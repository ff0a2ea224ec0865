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
/** Without U+0000, which is refused before anything is read. */
const BREAKS = /[\u0001-\u001F\u007F-\u009F\u2028\u2029]+/gu;
