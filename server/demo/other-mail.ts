import type { Stage } from './stage';
import type { Calendar } from './when';

export function hearOtherMail(
  _stage: Stage,
  _calendar: Calendar,
  _claims: ReadonlyMap<string, string>,
  _run: string,
): { at: number; play: () => Promise<undefined> }[] {
  return [];
}
