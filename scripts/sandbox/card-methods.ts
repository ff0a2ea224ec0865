import { randomUUID } from 'node:crypto';
import { parseAmount } from './amount';
import { behaviourOf, brandOf, readPan } from './cards';
import { newOperation } from './operations';
import { integer, jsonText, text } from './params';
import { presentOperation } from './present';
import { refused, type CallContext, type Method, type Result } from './results';
import type { Operation } from './types';

export const charge: Method = (context) => pay(context, false);
export const authorize: Method = (context) => pay(context, true);

/** The payer came back from the bank's page; any PaRes counts as confirmed. */
export const post3ds: Method = ({ world, publicId, params, now }) => {
  const operation = world.operations.get(integer(params.TransactionId) ?? 0);
  if (!operation) return refused('Not found');
  if (operation.status !== 'AwaitingAuthentication' || !operation.afterSecure) {
    return refused('3-D Secure is not awaited');
  }
  if (text(params.PaRes) === null) return refused('PaRes is required');
  const { reasonCode, twoStage } = operation.afterSecure;
  return settle({ ...operation, afterSecure: null }, reasonCode, twoStage, now, publicId);
};

function pay({ world, publicId, params, now }: CallContext, twoStage: boolean): Result {
  const amountMinor = parseAmount(params.Amount);
  if (amountMinor === null || amountMinor === 0) return refused('Amount is required');
  if (text(params.IpAddress) === null) return refused('IpAddress is required');
  const pan = readPan(text(params.CardCryptogramPacket) ?? text(params.Cryptogram) ?? '');
  if (pan === null) return refused('CardCryptogramPacket cannot be read');

  const { secure, reasonCode } = behaviourOf(pan);
  const operation = newOperation({
    id: world.nextId(),
    type: 0,
    status: 'AwaitingAuthentication',
    amountMinor,
    currency: text(params.Currency) ?? 'RUB',
    createdAt: now,
    invoiceId: text(params.InvoiceId),
    accountId: text(params.AccountId),
    email: text(params.Email),
    description: text(params.Description),
    jsonData: jsonText(params.JsonData),
    cardFirstSix: pan.slice(0, 6),
    cardLastFour: pan.slice(-4),
    cardType: brandOf(pan),
    cardExpDate: '12/39',
    issuer: 'SANDBOX BANK',
    name: text(params.Name),
    token: `tk_${randomUUID()}`,
    afterSecure: secure ? { reasonCode, twoStage } : null,
  });
  return secure ? askForSecure(operation) : settle(operation, reasonCode, twoStage, now, publicId);
}

function askForSecure(operation: Operation): Result {
  const Model = {
    TransactionId: operation.id,
    PaReq: Buffer.from(`sandbox:${operation.id}`).toString('base64'),
    AcsUrl: 'https://acs.sandbox.invalid/',
    GoReq: null,
  };
  return { answer: { Success: false, Message: null, Model }, moved: paymentMoved(operation, null) };
}

function settle(
  operation: Operation,
  reasonCode: number,
  twoStage: boolean,
  now: number,
  publicId: string,
): Result {
  const accepted = reasonCode === 0;
  const settled: Operation = {
    ...operation,
    reasonCode,
    status: accepted ? (twoStage ? 'Authorized' : 'Completed') : 'Declined',
    authorizedAt: accepted ? now : null,
    confirmedAt: accepted && !twoStage ? now : null,
    token: accepted ? operation.token : null,
  };
  const answer = { Success: accepted, Message: null, Model: presentOperation(settled, publicId) };
  return { answer, moved: paymentMoved(settled, accepted ? 'pay' : 'fail') };
}

function paymentMoved(operation: Operation, notice: 'pay' | 'fail' | null): Result['moved'] {
  return {
    kind: 'payment',
    transactionId: operation.id,
    paymentTransactionId: null,
    amountMinor: operation.amountMinor,
    operations: [operation],
    notice: notice && { type: notice, operation },
  };
}
