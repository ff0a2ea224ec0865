import type { Payment } from './types';

export interface PaymentPart {
  name: 'refunded' | 'bound' | 'left';
  minor: number;
  /** Of the whole, in per cent. */
  share: number;
}

/** The three parts of a payment; they always make up the whole, whatever the server counts first. */
export function partsOf({ amountMinor, refundedMinor, committedMinor, leftMinor }: Payment): PaymentPart[] {
  const left = leftMinor ?? Math.max(0, amountMinor - refundedMinor);
  const committed = committedMinor ?? amountMinor - left;
  const refunded = Math.min(refundedMinor, committed);
  const share = (minor: number) => (amountMinor > 0 ? (100 * minor) / amountMinor : 0);
  return [
    { name: 'refunded', minor: refunded, share: share(refunded) },
    { name: 'bound', minor: committed - refunded, share: share(committed - refunded) },
    { name: 'left', minor: left, share: share(left) },
  ];
}
