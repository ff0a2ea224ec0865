/** After this many failures in a row the gateway counts as away. */
const OPENS_AFTER = 5;
const PROBE_EVERY_MS = 60_000;

/** Questions and payouts fail apart: a gateway may show its lists and hang in every refund. */
export const CHANNELS = ['question', 'payout'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Keeps attempts queued while the gateway is away, instead of filling the unknown desk; lets one probe through. */
export interface Breaker {
  mayTry(now: number): boolean;
  note(channel: Channel, outcome: 'answered' | 'unreachable', now: number): void;
  /** Another process has found the gateway away: probe before trusting it. */
  adopt(channel: Channel): void;
  /** Another process has found that it is back. */
  reset(): void;
  readonly open: boolean;
  /** What does not answer, and since when; null while it is closed. */
  readonly away: { channel: Channel; since: number; lastFailureAt: number } | null;
  /** When the channel last answered this process; null when it never did. */
  answeredAt(channel: Channel): number | null;
}

interface Count {
  failures: number;
  since: number;
  lastFailureAt: number;
  answeredAt: number | null;
}

const fresh = (): Count => ({ failures: 0, since: 0, lastFailureAt: 0, answeredAt: null });

export function makeBreaker(): Breaker {
  const counts: Record<Channel, Count> = { question: fresh(), payout: fresh() };
  let nextProbeAt = 0;
  const openChannel = () => CHANNELS.find((channel) => counts[channel].failures >= OPENS_AFTER);
  return {
    get open() {
      return openChannel() !== undefined;
    },
    get away() {
      const channel = openChannel();
      if (channel === undefined) return null;
      const { since, lastFailureAt } = counts[channel];
      return { channel, since, lastFailureAt };
    },
    answeredAt: (channel) => counts[channel].answeredAt,
    mayTry(now) {
      if (openChannel() === undefined) return true;
      if (now < nextProbeAt) return false;
      nextProbeAt = now + PROBE_EVERY_MS;
      return true;
    },
    note(channel, outcome, now) {
      const count = counts[channel];
      if (outcome === 'answered') {
        count.failures = 0;
        count.answeredAt = now;
        return;
      }
      if (count.failures === 0) count.since = now;
      count.failures += 1;
      count.lastFailureAt = now;
      nextProbeAt = now + PROBE_EVERY_MS;
    },
    adopt(channel) {
      counts[channel].failures = Math.max(counts[channel].failures, OPENS_AFTER);
    },
    reset() {
      for (const channel of CHANNELS) counts[channel].failures = 0;
    },
  };
}
