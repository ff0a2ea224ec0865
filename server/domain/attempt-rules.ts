import { reserves, inDoubt, type AttemptState } from './attempt';
import { OverRefund } from './errors';
import { assertPositiveMinor, sumMinor } from './money';

const MINUTE = 60_000;

/** The gateway may work five minutes on a call; ten without news make its list trustworthy. */
export const QUIET_MS = 10 * MINUTE;
/** The gateway forgets an X-Request-ID after an hour; beyond 50 minutes the same key could pay twice. */
export const KEY_WINDOW_MS = 50 * MINUTE;

/** The two spans that repeating a call hangs on. */
export interface PayoutRules {
  quietMs: number;
  keyWindowMs: number;
}

export const PAYOUT_RULES: PayoutRules = { quietMs: QUIET_MS, keyWindowMs: KEY_WINDOW_MS };

/** Whether the result may be looked up: the gateway has had its time since the last send (protocol §1.6). */
export function mayLookUp(lastSentAt: number, now: number, { quietMs } = PAYOUT_RULES): boolean {
  return now - lastSentAt >= quietMs;
}

/**
 * Whether an attempt without trace at the gateway may be sent again under the same key.
 * After the window only a person decides. A clock that went backwards never permits.
 */
export function mayRepeat(
  firstSentAt: number,
  lastSentAt: number,
  now: number,
  rules = PAYOUT_RULES,
): boolean {
  return mayLookUp(lastSentAt, now, rules) && now >= firstSentAt && now - firstSentAt <= rules.keyWindowMs;
}

/** No attempt is put off for longer. */
export const LONGEST_PAUSE_MS = 15 * MINUTE;
const LOOK_EVERY_MS = MINUTE;

/**
 * When the gateway is asked about an open end again: not before quiet time is over, then each minute, and the older it
 * is the more seldom.
 */
export function nextLook(
  { state, lastSentAt }: { state: AttemptState; lastSentAt: number | null },
  now: number,
  rules = PAYOUT_RULES,
): number {
  const sentAt = lastSentAt ?? now;
  if (state === 'unknown' && !mayLookUp(sentAt, now, rules)) return sentAt + rules.quietMs;
  const pause = state === 'unknown' ? LOOK_EVERY_MS : (now - sentAt) / 10;
  return now + Math.round(Math.min(LONGEST_PAUSE_MS, Math.max(LOOK_EVERY_MS, pause)));
}

/**
 * Whether the moment that an attempt was put off to has come. What is put off further than ever happens was so by a
 * clock that was ahead for a moment, and does not wait for that time to come.
 */
export function isDue(notBefore: number, now: number): boolean {
  return notBefore <= now || notBefore > now + LONGEST_PAUSE_MS;
}

/** Whether an attempt may go out: no other attempt on the payment is in doubt. */
export function maySendBeside(otherStatesOfPayment: readonly AttemptState[]): boolean {
  return !otherStatesOfPayment.some(inDoubt);
}

export interface AttemptSum {
  state: AttemptState;
  amountMinor: number;
}

/** Minor units bound by attempts that have not certainly failed. */
export function reservedSum(attempts: readonly AttemptSum[]): number {
  return sumMinor(attempts.filter(({ state }) => reserves(state)).map(({ amountMinor }) => amountMinor));
}

/** What of a payment has not gone back and is not reserved; never below zero. */
export function leftToRefund(payment: PaymentUse): number {
  const { paidMinor, externalMinor, attempts } = payment;
  return Math.max(0, paidMinor - externalMinor - reservedSum(attempts));
}

export interface PaymentUse {
  /** What the payer was charged. */
  paidMinor: number;
  /** Refunds and chargebacks that did not come from our attempts. */
  externalMinor: number;
  attempts: readonly AttemptSum[];
}

/**
 * Guards design §5.2; call it with the payment row locked.
 * @throws OverRefund (`over-refund`) with `leftMinor` when the new sum does not fit
 * @throws InvalidInput when the new sum is not a positive safe integer
 */
export function assertCapacity(payment: PaymentUse, newMinor: number): void {
  const leftMinor = leftToRefund(payment);
  if (assertPositiveMinor(newMinor) > leftMinor) {
    throw new OverRefund('More than is left on the payment', { leftMinor });
  }
}
