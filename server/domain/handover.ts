import type { CalendarDate } from './calendar-date';
import { InvalidInput } from './errors';

/**
 * Handing over is a fact, from which terms are counted; what is only planned is none.
 *
 * @param today - the day in Almaty
 * @throws InvalidInput for a day after today
 */
export function assertHandedOver(handedOverOn: CalendarDate | null | undefined, today: CalendarDate): void {
  if (!handedOverOn || handedOverOn <= today) return;
  throw new InvalidInput('The handover cannot lie in the future', {
    errors: { handedOverOn: 'lies in the future' },
  });
}
