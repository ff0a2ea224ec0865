import type { CalendarDate } from './calendar-date';
import type { LegalSettings } from './setting-types';

export const CAP_REASONS = ['cap_per_refund', 'cap_per_day'] as const;
export type CapReason = (typeof CAP_REASONS)[number];

/** Which cap holds a refund back, and how much it lets pass. */
export interface HeldByCap {
  reason: CapReason;
  capMinor: number;
}

/** True while the shop caps what may leave, as in its first live days; `until` is the last day of it. */
export function isCapped(settings: LegalSettings, onDate: CalendarDate): boolean {
  const { 'payoutCap.until': until, ...rest } = settings;
  if (until === 'none' || onDate > until) return false;
  return rest['payoutCap.perRefundTenge'] > 0 || rest['payoutCap.perDayTenge'] > 0;
}

/**
 * Whether a refund has to wait for a cap.
 *
 * @param amountMinor - of the refund that asks
 * @param sentTodayMinor - what has left today, or may have: everything not certainly failed
 * @param onDate - today in Almaty; the caps hold up to and with their last day
 * @returns null when it may go
 */
export function heldByCap(
  settings: LegalSettings,
  {
    amountMinor,
    sentTodayMinor,
    onDate,
  }: { amountMinor: number; sentTodayMinor: number; onDate: CalendarDate },
): HeldByCap | null {
  if (!isCapped(settings, onDate)) return null;
  const perRefund = settings['payoutCap.perRefundTenge'] * 100;
  const perDay = settings['payoutCap.perDayTenge'] * 100;
  if (perRefund > 0 && amountMinor > perRefund) return { reason: 'cap_per_refund', capMinor: perRefund };
  if (perDay > 0 && sentTodayMinor + amountMinor > perDay) return { reason: 'cap_per_day', capMinor: perDay };
  return null;
}
