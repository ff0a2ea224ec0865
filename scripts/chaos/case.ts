import { PaymentEntity } from '../../server/features/payments';
import type { Answer, Place } from './place';

interface ShownClaim {
  id: string;
  version: number;
  state: string;
  checklist: { code: string; required: boolean; ok: boolean | null }[];
  proposal: { hash: string } | null;
}

/** A command as it was first sent, so that it can be sent again word for word. */
interface SentCommand {
  user: string;
  path: string;
  body: object;
  answer: Answer | null;
}

let counter = 0;
const next = () => (counter += 1);

/** One payment and the claim whose money goes back to it, as people at the desk drive it. */
export interface Case {
  transactionId: number;
  paymentId: string;
  claimId: string;
  commands: SentCommand[];
}

/** A payment of `paid` tenge that the product knows. */
export async function payAndMirror(
  place: Place,
  paid: number,
  more: object = {},
): Promise<{ transactionId: number; paymentId: string }> {
  const invoiceId = `SO-${String(next())}`;
  const made = await place.control('POST', 'payments', {
    amount: paid,
    currency: 'KZT',
    invoiceId,
    cardLastFour: '4242',
    ...more,
  });
  const transactionId = (made as { Model: { TransactionId: number } }).Model.TransactionId;
  for (let tries = 0; tries < 200; tries += 1) {
    const row = await place.database.uow.read((tx) => tx.findOneBy(PaymentEntity, { transactionId }));
    if (row) return { transactionId, paymentId: row.id };
    if (tries % 40 === 39) await place.advance(2.1);
    else await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The product never heard of payment ${String(transactionId)}`);
}

/** A claim with its decision before a manager. */
export async function proposeCase(
  place: Place,
  payment: { transactionId: number; paymentId: string },
  amountMinor: number,
): Promise<Case> {
  const body = {
    kind: 'refusal_before_handover',
    channel: 'phone',
    language: 'en',
    customer: { name: 'Aigul', email: `c${String(next())}@example.kz`, phone: null },
    orderNumber: null,
    requestedMinor: amountMinor,
    currency: 'KZT',
    commandId: `chaos-${String(next())}`,
  };
  const created = await place.ask('reviewer', 'POST', '/api/claims', body);
  let claim = must(created, 201);
  claim = must(
    await place.ask('reviewer', 'PUT', `/api/claims/${claim.id}`, {
      version: claim.version,
      paymentId: payment.paymentId,
    }),
  );
  for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
    claim = must(
      await place.ask(
        'reviewer',
        'POST',
        `/api/claims/${claim.id}/check`,
        verb(claim, { item: code, ok: true, note: '' }),
      ),
    );
  }
  must(
    await place.ask(
      'reviewer',
      'POST',
      `/api/claims/${claim.id}/propose`,
      verb(claim, {
        outcome: 'refund',
        refunds: [{ paymentId: payment.paymentId, amountMinor }],
        reasonCode: 'not_delivered',
        note: '',
      }),
    ),
  );
  return { ...payment, claimId: claim.id, commands: [] };
}

export async function showClaim(place: Place, { claimId }: Case): Promise<ShownClaim> {
  return must(await place.ask('manager', 'GET', `/api/claims/${claimId}`));
}

/** Sends a manager's act; the answer is null when the process died under it. */
export async function act(
  place: Place,
  one: Case,
  user: string,
  name: 'approve' | 'retry-payout',
  instance?: number,
): Promise<Answer | null> {
  // It may die before the manager has even seen the claim; then nothing was asked of it.
  const claim = await showClaim(place, one).catch(() => null);
  if (!claim) return null;
  const path = `/api/claims/${one.claimId}/${name}`;
  const command: SentCommand = {
    user,
    path,
    body: verb(claim, { proposalHash: claim.proposal?.hash ?? '' }),
    answer: null,
  };
  one.commands.push(command);
  command.answer = await place.ask(user, 'POST', path, command.body, instance).catch(() => null);
  return command.answer;
}

/** The same command once more: answered as the first time, or for the first time. */
export async function repeat(place: Place, command: SentCommand, instance?: number): Promise<Answer> {
  const { user, path, body } = command;
  return place.ask(user, 'POST', path, body, instance);
}

function verb(claim: ShownClaim, own: object): object {
  return { version: claim.version, commandId: `chaos-${String(next())}`, ...own };
}

function must(answer: Answer, status = 200): ShownClaim {
  if (answer.status !== status)
    throw new Error(
      `Expected ${String(status)}, got ${String(answer.status)}: ${JSON.stringify(answer.body).slice(0, 400)}`,
    );
  return answer.body as unknown as ShownClaim;
}
