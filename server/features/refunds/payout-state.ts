import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { isCapped } from '../../domain/payout-cap';
import type { Breaker } from './breaker';
import { openOutage } from './keep-outage';
import { payoutStop } from './payout-switch';
import type { RefundParts } from './refund-parts';

/** Whether money may leave, and why not: stopped, the gateway away, capped. */
export async function payoutState(
  tx: Tx,
  { clock, loadSettings }: Pick<RefundParts, 'clock' | 'loadSettings'>,
  breaker: Breaker,
) {
  const stop = await payoutStop(tx);
  const outage = await openOutage(tx);
  const since = outage?.startedAt ?? breaker.away?.since ?? null;
  const today = almatyDate(clock.now());
  const settings = await loadSettings(tx, today);
  return {
    stopped: stop !== null,
    gatewayAway: since !== null,
    gatewayAwaySince: since === null ? null : new Date(since).toISOString(),
    cap: isCapped(settings, today)
      ? {
          until: settings['payoutCap.until'],
          perRefundMinor: settings['payoutCap.perRefundTenge'] * 100,
          perDayMinor: settings['payoutCap.perDayTenge'] * 100,
        }
      : null,
    ...stop,
  };
}
