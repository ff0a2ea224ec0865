import { almatyDate } from '../../server/domain/almaty-time';
import type { AskableItem } from '../../server/domain/claim';
import type { Obligation } from '../../server/domain/obligations';
import type { ClaimEntity } from '../../server/features/claims/claim.entity';
import { replyAddress } from '../../server/features/letters';
import type { LetterFacts } from '../../server/features/letters/letter-facts';
import { languagesOf, writeLetter } from '../../server/features/letters/queue-letter';
import type { MessageEntity } from '../../server/features/messages/message.entity';
import type { Keyring } from '../../server/adapters/storage';
import type { Purchase } from './make-purchase';
import type { Story } from './make-story';

const MAIL_FROM = 'UMAMI <info@umami.kz>';
const DEMANDS = {
  kk: 'Сәлеметсіз бе! Тапсырыстан бас тартамын, ақшамды картама қайтаруыңызды сұраймын. Құжаттарды тіркедім.',
  ru: 'Здравствуйте! Отказываюсь от заказа и прошу вернуть деньги на карту. Документы прилагаю.',
  en: 'Good day! I refuse the order and ask for my money back on the card. The papers are attached.',
};

interface Sources {
  claim: ClaimEntity;
  story: Story;
  purchase: Purchase;
  clocks: readonly Obligation[];
  keyring: Keyring;
  id: (kind: string) => string;
}

/** The letters of a claim, in and out, worded and sealed as the product does it. */
export function makeLetters(sources: Sources): MessageEntity[] {
  const { claim, story } = sources;
  const late = claim.askedAt ?? story.askedAt;
  const written: [LetterFacts['kind'], number | null][] = [
    ['acknowledgement', story.demandedAt],
    ['deficiency', late],
    [
      story.decision?.outcome === 'reject' ? 'decision_reject' : 'decision_refund',
      story.decision ? story.approvedAt : null,
    ],
    ['payout', story.settledAt],
    ['withdrawal', story.state === 'withdrawn' ? story.closedAt : null],
  ];
  return [
    letterIn(sources),
    ...written.flatMap(([kind, at]) => (at === null ? [] : [letterOut(sources, kind, at)])),
  ];
}

/** The demand itself; what brought the documents of a claim that came by mail. */
function letterIn({ claim, story, purchase, keyring, id }: Sources): MessageEntity {
  const { customer } = purchase;
  const letter = {
    from: `${customer.name} <${customer.email ?? ''}>`,
    to: 'info@umami.kz',
    subject: purchase.order.number,
    text: `${DEMANDS[claim.language]}\n\n${customer.name}\n${customer.phone ?? ''}\n`,
  };
  return {
    ...COMMON,
    id: id('letterIn'),
    claimId: claim.id,
    direction: 'in',
    kind: 'customer',
    state: 'received',
    language: null,
    sealed: keyring.sealText(claim.wrappedKey, JSON.stringify(letter)),
    mailMessageId: `<${id('letterIn')}@example.kz>`,
    documentIds: story.papers.filter(({ at }) => at === story.demandedAt).map(({ type }) => id(type)),
    dedupKey: `mail:${id('mail')}`,
    createdAt: story.demandedAt,
  };
}

function letterOut(sources: Sources, kind: LetterFacts['kind'], at: number): MessageEntity {
  const { claim, purchase, keyring, id } = sources;
  const facts = factsOf(sources, kind, at);
  const inReplyTo = `<${id('letterIn')}@example.kz>`;
  const letter = {
    from: MAIL_FROM,
    to: purchase.customer.email,
    toName: purchase.customer.name,
    replyTo: replyAddress(MAIL_FROM, claim.replyToken),
    references: [inReplyTo],
    ...writeLetter(languagesOf(claim), facts),
    blanks: [],
  };
  return {
    ...COMMON,
    id: id(kind),
    claimId: claim.id,
    direction: 'out',
    kind,
    state: 'sent',
    language: claim.language,
    sealed: keyring.sealText(claim.wrappedKey, JSON.stringify(letter)),
    mailMessageId: `<${id(kind)}@umami.kz>`,
    inReplyTo,
    told: facts.refundDueOn === null ? null : { refund_10_days: facts.refundDueOn },
    automatic: kind === 'acknowledgement',
    tries: 1,
    dedupKey: `${kind}:${claim.id}`,
    createdAt: at,
    sentAt: at + 1000,
  };
}

const COMMON = {
  wrappedKey: null,
  inReplyTo: null,
  told: null,
  automatic: false,
  documentIds: [],
  authorId: null,
  tries: 0,
  sentAt: null,
};

function factsOf({ claim, story, purchase, clocks }: Sources, kind: LetterFacts['kind'], at: number) {
  const { payment, customer } = purchase;
  const dueOn = (name: Obligation['kind']) => clocks.find((each) => each.kind === name)?.dueOn ?? null;
  const missing: AskableItem[] = story.askedAt === null ? [] : ['id_copy'];
  const facts: LetterFacts = {
    kind,
    number: claim.number,
    name: customer.name,
    email: customer.email,
    claimKind: claim.kind,
    orderNumber: claim.orderNumber,
    requestedMinor: claim.requestedMinor,
    currency: claim.currency,
    demandedAt: claim.demandedAt,
    refundDueOn: dueOn('refund_10_days'),
    cardDueOn: story.askedAt === null ? dueOn('card_refund_3_working_days') : null,
    answerDueOn: dueOn('answer_10_days'),
    provisional: claim.provisional,
    cardApplies: claim.kind !== 'other' && claim.kind !== 'defective',
    cardDays: 3,
    missing: story.askedAt === null ? [] : ['id_copy'],
    items: missing,
    completed: false,
    note: '',
    text: '',
    reasonCode: story.decision?.reasonCode ?? 'other',
    amountMinor: claim.approvedMinor,
    equalsPurchase: true,
    askedOn: almatyDate(at),
    closesOn: almatyDate(at),
    cards: payment.cardLastFour === null ? [] : [payment.cardLastFour],
    decidedBy: '',
    attempt: null,
    payouts:
      story.settledAt === null
        ? []
        : [
            {
              settledAt: story.settledAt,
              amountMinor: claim.approvedMinor ?? 0,
              currency: claim.currency,
              reference: String(payment.transactionId),
              card: payment.cardLastFour,
            },
          ],
    now: at,
  };
  return facts;
}
