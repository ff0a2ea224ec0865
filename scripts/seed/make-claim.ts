import { createHash } from 'node:crypto';
import { CHANNELS, CLAIM_KINDS, type ClaimState, LANGUAGES } from '../../server/domain/claim';
import type { WorkingCalendar } from '../../server/domain/calendar';
import { almatyDate } from '../../server/domain/almaty-time';
import { calculateDeadline } from '../../server/domain/deadlines';
import { foldForSearch } from '../../server/domain/fold';
import { searchTerms } from '../../server/domain/search-terms';
import { DEFAULT_LEGAL_SETTINGS } from '../../server/domain/legal-settings';
import type {
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  ObligationEntity,
} from '../../server/features/claims/claim.entity';
import type { CustomerEntity } from '../../server/features/customers/customer.entity';
import type { DocumentEntity } from '../../server/features/documents/document.entity';
import type { OrderEntity, OrderLineEntity } from '../../server/features/orders/order.entity';
import type { PaymentEntity } from '../../server/features/payments/payment.entity';
import { fullName } from './names';
import type { Random } from './random';

/** Rows of one claim, ready to insert. */
export interface SeedRows {
  customer: CustomerEntity;
  order: OrderEntity;
  orderLines: OrderLineEntity[];
  payment: PaymentEntity;
  claim: ClaimEntity;
  claimLines: ClaimLineEntity[];
  obligations: ObligationEntity[];
  documents: DocumentEntity[];
  terms: ClaimSearchEntity[];
}

export interface SeedContext {
  random: Random;
  /** The instant that the installation is seeded for; claims lie before it. */
  now: number;
  calendar: WorkingCalendar;
  wrappedKey: string;
}

const DAY_MS = 86_400_000;
const CLOSED: readonly ClaimState[] = ['resolved', 'rejected', 'withdrawn', 'duplicate'];
const TITLES = ['Керамика кесе', 'Бамбук таяқша', 'Шойын шәйнек', 'Чайник чугунный', 'Пиала', 'Rice bowl'];

/** About 5 % in review, most finished: what a desk looks like after some years. */
function stateOf(random: Random): ClaimState {
  const roll = random.whole(1000);
  if (roll < 50) return 'in_review';
  if (roll < 80) return 'received';
  if (roll < 110) return 'needs_documents';
  if (roll < 120) return 'proposed';
  if (roll < 125) return 'approved';
  if (roll < 130) return 'in_payout';
  if (roll < 850) return 'resolved';
  if (roll < 930) return 'rejected';
  return roll < 970 ? 'withdrawn' : 'duplicate';
}

/** One claim with everything around it; its number and ids follow from its place, its content from the seed. */
export function makeClaim(
  index: number,
  yearNumber: { year: number; number: number },
  createdAt: number,
  context: SeedContext,
): SeedRows {
  const { random, calendar, wrappedKey } = context;
  const id = (kind: string) => seedId(createdAt, `${kind}:${index}`);
  const state = stateOf(random);
  const closed = CLOSED.includes(state);
  const kind = random.pick(CLAIM_KINDS);
  const language = random.pick(LANGUAGES);
  const name = fullName(random);
  const email = `c${index}@example.kz`;
  const orderNumber = `SO-${100_000 + index}`;
  const orderLines = Array.from({ length: 1 + random.whole(3) }, (_unused, position): OrderLineEntity => ({
    id: id(`orderLine${position}`),
    orderId: id('order'),
    position,
    title: random.pick(TITLES),
    quantity: 1 + random.whole(3),
    unitMinor: (5 + random.whole(200)) * 10_000,
    discountMinor: 0,
    category: 'tableware',
    individuallyDefined: false,
  }));
  const totalMinor = orderLines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
  const placedAt = createdAt - (1 + random.whole(20)) * DAY_MS;
  const deadline = calculateDeadline(createdAt, 'refusal', calendar, DEFAULT_LEGAL_SETTINGS);
  const number = `UM-${yearNumber.year}-${String(yearNumber.number).padStart(6, '0')}`;
  const customer: CustomerEntity = {
    id: id('customer'),
    name,
    email,
    phone: `+7701${String(1_000_000 + (index % 9_000_000))}`,
    language,
    searchName: foldForSearch(name),
    createdAt,
    version: 1,
  };
  const claim: ClaimEntity = {
    id: id('claim'),
    number,
    kind,
    state,
    channel: random.pick(CHANNELS),
    language,
    languageSource: 'detected',
    customerId: customer.id,
    payer: null,
    representative: null,
    orderId: id('order'),
    orderNumber,
    paymentId: id('payment'),
    requestedMinor: totalMinor,
    approvedMinor: state === 'resolved' ? totalMinor : null,
    currency: 'KZT',
    demandedAt: createdAt,
    demandedReason: null,
    completeAt: state === 'needs_documents' || state === 'received' ? null : createdAt,
    handedOverOn: almatyDate(placedAt + DAY_MS),
    dueOn: closed ? null : deadline.dueOn,
    dueAt: closed ? null : deadline.dueAt,
    latestSafeAt: closed ? null : deadline.latestSafeAt,
    provisional: !closed && deadline.provisional,
    moneyDemandedAt: createdAt,
    restarts: {},
    chargedBackAt: null,
    tasks: [],
    waiting: null,
    waitingNextAt: null,
    times: { state, since: createdAt, spent: {} },
    assigneeId: null,
    askedAt: null,
    missing: state === 'needs_documents' ? ['id_copy'] : [],
    checklist: [],
    verdict: null,
    proposal: null,
    approvedById: null,
    approvedAt: null,
    payoutFailure: null,
    duplicateOfId: null,
    wrappedKey,
    replyToken: seedId(createdAt, `reply:${index}`).replaceAll('-', ''),
    createdAt,
    updatedAt: createdAt,
    closedAt: closed ? createdAt + (1 + random.whole(9)) * DAY_MS : null,
    version: 1,
  };
  return {
    customer,
    order: {
      id: id('order'),
      number: orderNumber,
      customerName: name,
      searchName: customer.searchName,
      customerEmail: email,
      customerPhone: customer.phone,
      currency: 'KZT',
      deliveryFeeMinor: 0,
      discountMinor: 0,
      totalMinor,
      placedAt,
      handedOverOn: claim.handedOverOn,
      source: 'api',
      createdAt: placedAt,
      version: 1,
    },
    orderLines,
    payment: {
      id: id('payment'),
      transactionId: 500_000_000 + index,
      invoiceId: orderNumber,
      accountId: null,
      email,
      status: 'Completed',
      amountMinor: totalMinor,
      refundedMinor: 0,
      currency: 'KZT',
      cardLastFour: String(random.whole(10_000)).padStart(4, '0'),
      cardType: 'Visa',
      issuer: null,
      testMode: false,
      reasonCode: 0,
      createdAt: placedAt,
      seenAt: placedAt,
      version: 1,
    },
    claim,
    claimLines: orderLines.slice(0, 1).map((line) => ({
      id: id('claimLine'),
      claimId: claim.id,
      orderLineId: line.id,
      position: 0,
      title: line.title,
      quantity: line.quantity,
      unitMinor: line.unitMinor,
      discountMinor: 0,
      askedMinor: line.quantity * line.unitMinor,
      approvedMinor: null,
      reasonCode: null,
      goods: 'not_needed',
    })),
    obligations: [
      {
        id: id('obligation'),
        claimId: claim.id,
        kind: 'refund_10_days',
        round: 0,
        startsAt: createdAt,
        startsOn: deadline.startsOn,
        dueOn: deadline.dueOn,
        dueAt: deadline.dueAt,
        internalTargetAt: deadline.internalTargetAt,
        latestSafeAt: deadline.latestSafeAt,
        open: !closed,
        doneAt: closed ? claim.closedAt : null,
        voidReason: null,
        provisional: deadline.provisional,
        settingsOn: deadline.startsOn,
        status: closed ? 'met' : deadline.dueAt <= context.now ? 'breached' : 'running',
        calendarVersion: deadline.calendarVersion,
        article: deadline.article,
        trace: deadline.trace,
        // What passed long before the seeding is not news to anybody.
        nextStepAt: closed || deadline.dueAt <= context.now ? null : 0,
      },
    ],
    documents: (['application', 'id_copy'] as const).map((type) => ({
      id: id(type),
      claimId: claim.id,
      messageId: null,
      type,
      name: `${type}.pdf`,
      contentType: 'application/pdf',
      sizeBytes: 200_000 + random.whole(50_000),
      sha256: createHash('sha256').update(`${type}:${index}`).digest('hex'),
      storageKey: `00/${id(type)}`,
      wrappedKey,
      pages: 1,
      problem: null,
      uploadedById: null,
      createdAt,
      erasedAt: null,
      version: 1,
    })),
    terms: searchTerms({ number, orderNumber, customer }).map((term) => ({ claimId: claim.id, term })),
  };
}

/** A UUIDv7 of the instant whose random part follows from the key, so that a seed repeats itself. */
function seedId(at: number, key: string): string {
  const time = at.toString(16).padStart(12, '0');
  const hash = createHash('md5').update(key).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
