import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import type { AskableItem, ClaimKind, ReasonCode, RequiredItem } from '../../domain/claim';
import { sumMinor } from '../../domain/money';
import type { LegalSettings } from '../../domain/legal-settings';
import {
  type ClaimEntity,
  type ClaimLetter,
  ClaimLineEntity,
  type LetterKind,
  ObligationEntity,
} from '../claims';
import { CustomerEntity } from '../customers';
import { PaymentEntity } from '../payments';
import { UserEntity } from '../users';
import { type FailedAttempt, failedAttemptOf } from './decline-letter';
import { LetterParams } from './letter-params';

export interface PayoutFacts {
  settledAt: number;
  amountMinor: number;
  currency: string;
  reference: string;
  /** Last four digits of the card; null when the gateway did not tell. */
  card: string | null;
}

/** Everything that any letter of a claim may say. */
export interface LetterFacts {
  kind: LetterKind;
  number: string;
  /** Empty when unknown. */
  name: string;
  /** Null for a customer without mail address. */
  email: string | null;
  claimKind: ClaimKind;
  orderNumber: string | null;
  requestedMinor: number | null;
  currency: string;
  demandedAt: number;
  refundDueOn: string | null;
  cardDueOn: string | null;
  answerDueOn: string | null;
  /** One of the dates leans on a calendar that is not published. */
  provisional: boolean;
  /** Whether this kind of claim has a card clock at all. */
  cardApplies: boolean;
  cardDays: number;
  missing: RequiredItem[];
  /** What a deficiency letter asks for. */
  items: AskableItem[];
  /** The last missing paper has come. */
  completed: boolean;
  note: string;
  text: string;
  reasonCode: ReasonCode;
  amountMinor: number | null;
  /** Whether that is exactly what was paid for the goods that come back. */
  equalsPurchase: boolean;
  cards: string[];
  decidedBy: string;
  /** When the papers of a reminder were asked for. */
  askedOn: string;
  /** From when a person may close the claim. */
  closesOn: string;
  payouts: PayoutFacts[];
  /** The payment that did not go through; null in other letters. */
  attempt: FailedAttempt | null;
  now: number;
}

interface Sources {
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
}

/** @throws ZodError when the caller gave params that the letter does not know; InvalidInput for a payment that did not fail */
export async function letterFactsOf(tx: Tx, sources: Sources, letter: ClaimLetter): Promise<LetterFacts> {
  const { claim, now } = letter;
  const params = LetterParams.parse(letter.params);
  const customer = await tx.findOneByOrFail(CustomerEntity, { id: claim.customerId });
  const open = await tx.findBy(ObligationEntity, { claimId: claim.id, open: true });
  const dueOn = (kind: string) => open.find((each) => each.kind === kind)?.dueOn ?? null;
  const settings = await sources.loadSettings(tx, almatyDate(claim.demandedAt));
  const mistaken = claim.kind === 'mistaken_operation';
  const refunds = params.refunds ?? [];
  const cards = await cardsOf(
    tx,
    refunds.map(({ paymentId }) => paymentId),
  );
  const decider = params.decidedById ? await tx.findOneBy(UserEntity, { id: params.decidedById }) : null;
  const amountMinor = params.amountMinor ?? claim.approvedMinor;
  return {
    kind: letter.kind,
    number: claim.number,
    name: customer.name.includes('@') ? '' : customer.name,
    email: customer.email,
    claimKind: claim.kind,
    orderNumber: claim.orderNumber,
    requestedMinor: claim.requestedMinor,
    currency: claim.currency,
    demandedAt: claim.demandedAt,
    refundDueOn: dueOn('refund_10_days'),
    cardDueOn: dueOn('card_refund_3_working_days'),
    answerDueOn: dueOn('answer_10_days'),
    provisional: open.some((each) => each.provisional),
    cardApplies: mistaken || claim.kind.startsWith('refusal'),
    cardDays: settings[mistaken ? 'mistaken.workingDays' : 'card.workingDays'],
    missing: claim.missing,
    items: params.items ?? claim.missing,
    completed: params.completed ?? false,
    note: params.note ?? '',
    text: params.text ?? '',
    reasonCode: params.reasonCode ?? 'other',
    amountMinor,
    equalsPurchase: amountMinor !== null && amountMinor === (await purchaseSumOf(tx, claim, refunds)),
    cards: [...new Set(cards.values())],
    decidedBy: decider?.name ?? '',
    askedOn: params.askedOn ?? almatyDate(now),
    closesOn: params.closesOn ?? almatyDate(now),
    payouts: refunds.map((refund) => ({
      settledAt: refund.settledAt ?? now,
      amountMinor: refund.amountMinor,
      currency: refund.currency ?? claim.currency,
      reference: refund.rrn ?? (refund.gatewayRefundId ?? '').toString(),
      card: cards.get(refund.paymentId) ?? null,
    })),
    attempt: params.paymentId === undefined ? null : await failedAttemptOf(tx, params.paymentId),
    now,
  };
}

/** What was paid for the lines that a decision names, else for all of the claim; null where no goods come back. */
async function purchaseSumOf(
  tx: Tx,
  claim: Pick<ClaimEntity, 'id' | 'kind'>,
  refunds: readonly { lines?: string[] | undefined }[],
): Promise<number | null> {
  if (claim.kind === 'mistaken_operation' || claim.kind === 'other') return null;
  const named = refunds.flatMap(({ lines }) => lines ?? []);
  const all = await tx.findBy(ClaimLineEntity, { claimId: claim.id });
  const back = named.length === 0 ? all : all.filter(({ id }) => named.includes(id));
  if (back.length === 0) return null;
  return sumMinor(back.map((line) => line.quantity * line.unitMinor - line.discountMinor));
}

async function cardsOf(tx: Tx, paymentIds: string[]): Promise<Map<string, string>> {
  if (paymentIds.length === 0) return new Map();
  const payments = await tx.findBy(PaymentEntity, { id: In(paymentIds) });
  return new Map(
    payments.flatMap(({ id, cardLastFour }) => (cardLastFour === null ? [] : [[id, cardLastFour]])),
  );
}
