import { InvalidInput } from '../../domain/errors';
import { CustomerEntity } from '../customers';
import { causeOf, isTheirs } from '../payments';
import type { ClaimParts } from './claim-parts';
import { candidatesOf } from './link-claim';
import type { Act } from './run-verb';

/**
 * Writes to the customer why a payment did not go through. It answers a question, not a demand: the term to answer
 * runs on until a decision.
 * @throws InvalidInput when the payment is none of this claim's, did not fail, or is known to be somebody else's
 */
export function makeExplainPayment(parts: ClaimParts) {
  return async (
    { tx, claim, actor, now, event }: Act,
    { paymentId }: { paymentId: string },
  ): Promise<void> => {
    const customer = await tx.findOneByOrFail(CustomerEntity, { id: claim.customerId });
    const payment = (await candidatesOf(tx, claim, customer)).find(({ id }) => id === paymentId);
    const cause = payment && causeOf(payment);
    if (!payment || !cause) throw bad('is no failed payment of this claim');
    if (!isTheirs(payment, customer.email)) throw bad('somebody of another address tried to pay');
    await parts.queueLetter(tx, {
      kind: 'payment_failed',
      claim,
      dedupKey: `payment_failed:${claim.id}:${claim.version}`,
      params: { paymentId },
      authorId: actor.id,
      now,
    });
    await event('payment_explained', { paymentId, cause, reasonCode: payment.reasonCode });
  };
}

function bad(text: string): InvalidInput {
  return new InvalidInput('This payment cannot be explained to the customer', {
    errors: { paymentId: text },
  });
}
