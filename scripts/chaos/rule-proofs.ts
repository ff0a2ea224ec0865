import { setTimeout as sleep } from 'node:timers/promises';
import { RefundAttemptEntity } from '../../server/features/refunds';
import type { Rule } from '../../server/testing/rules-off';
import { act, type Case, payAndMirror, proposeCase } from './case';
import { arm } from './crash-plan';
import { sendFailedAgain, settleByHand } from './come-to-rest';
import type { Place } from './place';

/** Nothing takes so long; it only ends a test that would wait for ever. */
const PATIENCE_MS = 90_000;

/**
 * One story a rule: with the rule nothing happens twice, without it the customer is paid twice. The list lags in
 * three of them, because the list alone would save a product that forgets.
 */
export const RULE_PROOFS: Record<Rule, (place: Place) => Promise<Case>> = {
  /** Dies when the gateway has executed and nothing is recorded; what it had sent it must know from the row. */
  row_first: async (place) => {
    const one = await proposed(place);
    const [product] = place.products;
    await product?.kill();
    await product?.start({ FAULT_AT: 'C9' });
    await arm(place, { notice: 'never', list: 'G13:90' });
    await act(place, one, 'manager', 'approve');
    await product?.died(PATIENCE_MS);
    await product?.start();
    await attemptIs(place, one, ['unknown', 'accepted', 'settled']);
    return one;
  },

  /** The answer is lost, the list lags: only the key tells the gateway that the repeat is one. */
  one_key: async (place) => {
    const one = await proposed(place);
    await arm(place, { refund: 'G8', notice: 'never', list: 'G13:90' });
    await act(place, one, 'manager', 'approve');
    await attemptIs(place, one, ['unknown']);
    await place.advance(11);
    await attemptIs(place, one, ['accepted', 'settled']);
    return one;
  },

  /** The gateway executes after five minutes; two hasty managers find nothing after one. */
  quiet: async (place) => {
    const one = await proposed(place);
    await arm(place, { refund: 'G9:300', notice: 'never' });
    await act(place, one, 'manager', 'approve');
    await attemptIs(place, one, ['unknown']);
    await settleByHand(place, ['unknown']);
    await sendFailedAgain(place, [one]);
    await place.settle();
    await place.advance(11);
    return one;
  },

  /** The product is away for an hour; the gateway has forgotten the key, and its list lags. */
  window: async (place) => {
    const one = await proposed(place);
    await arm(place, { refund: 'G8', notice: 'never' });
    await act(place, one, 'manager', 'approve');
    await attemptIs(place, one, ['unknown']);
    const [product] = place.products;
    await product?.kill();
    await place.advance(65);
    await arm(place, { list: 'G13:90' });
    await product?.start();
    await attemptIs(place, one, ['manual', 'accepted', 'settled']);
    return one;
  },
};

async function proposed(place: Place): Promise<Case> {
  return proposeCase(place, await payAndMirror(place, 100), 4_000);
}

/** Waits until the last attempt of a case is in one of these states. */
async function attemptIs(place: Place, { paymentId }: Case, states: string[]): Promise<void> {
  await until(async () => {
    const attempts = await place.database.uow.read((tx) =>
      tx.find(RefundAttemptEntity, { where: { paymentId }, order: { id: 'DESC' }, take: 1 }),
    );
    return attempts.some(({ state }) => states.includes(state));
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const startedAt = Date.now();
  while (!(await holds())) {
    if (Date.now() - startedAt > PATIENCE_MS) throw new Error('It never came to hold');
    await sleep(50);
  }
}
