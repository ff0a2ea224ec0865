import { randomUUID } from 'node:crypto';
import type { World } from '../composition';
import { PAYOUT_RULES } from '../domain/attempt-rules';
import { RefundAttemptEntity, RefundEntity } from '../features/refunds';
import type { RefundOrder } from '../gateway-port';

/** The four rules that the proof of the protocol switches off one by one. */
export const RULES = ['row_first', 'one_key', 'quiet', 'window'] as const;
export type Rule = (typeof RULES)[number];

/**
 * The same world without some rules of the payout, to show that each is needed:
 * `row_first` forgets with the process what was sent and under which key, `one_key` takes a new key for each call,
 * `quiet` looks up at once, `window` repeats for ever.
 */
export async function withoutRules(world: World, off: readonly string[]): Promise<World> {
  const without = (rule: Rule) => off.includes(rule);
  const unknown = off.filter((name) => !(RULES as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`RULES_OFF names no rule: ${unknown.join()}`);
  if (without('row_first')) await forgetSent(world);
  const process = randomUUID().slice(0, 8);
  const keyOf = ({ requestId }: Pick<RefundOrder, 'requestId'>) => {
    if (without('one_key')) return randomUUID();
    return without('row_first') ? `${requestId}.${process}` : requestId;
  };
  const { gateway } = world;
  return {
    ...world,
    gateway: {
      ...gateway,
      refund: (order) => gateway.refund({ ...order, requestId: keyOf(order) }),
      voidPayment: (order) => gateway.voidPayment({ ...order, requestId: keyOf(order) }),
    },
    payoutRules: {
      quietMs: without('quiet') ? 0 : PAYOUT_RULES.quietMs,
      keyWindowMs: without('window') ? Number.MAX_SAFE_INTEGER : PAYOUT_RULES.keyWindowMs,
    },
  };
}

/** As if the call had come before the row: whoever died in it has never written that it was sent. */
async function forgetSent({ database }: World): Promise<void> {
  const never = {
    state: 'queued' as const,
    firstSentAt: null,
    lastSentAt: null,
    leaseUntil: 0,
    notBefore: 0,
  };
  await database.uow.write(async (tx) => {
    await tx.update(RefundAttemptEntity, { state: 'sending' }, never);
    // Its refund too, or the books would not agree and nothing would be sent any more.
    await tx.update(RefundEntity, { state: 'sending' }, { state: 'queued' });
  });
}
