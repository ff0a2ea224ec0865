import { createCalendar } from '../domain/calendar';
import type { Language, RequiredItem } from '../domain/claim';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from '../domain/kz-calendar-seed';
import type { OrderInput } from '../features/orders';
import { almatyDate } from '../domain/almaty-time';
import type { DocumentRenderer } from '../ports';
import type { CustomerMail } from './customer-mail';
import { seeded } from './documents';
import { FRESH_WORDS, type FreshKind } from './fresh-words';
import { GOODS, type GoodName } from './goods';
import { makePapers } from './papers';
import type { PersonName } from './people';
import type { SandboxPayment } from './sandbox-control';
import { castStory, fillWords, paperFacts } from './scene';
import type { BasketLine, Paper, Story } from './story';
import { paymentsOfStory } from './story-payments';

export interface FreshOptions {
  language: Language;
  kind: FreshKind;
  missing?: RequiredItem;
  to: string;
}

/** A purchase of today's demo customer and the letter about it. */
export interface FreshCase {
  order: OrderInput;
  payments: SandboxPayment[];
  sum: number;
  /** @param transactionId - of the (first) payment; the receipt shows it */
  letter(transactionId: number, renderer: DocumentRenderer): Promise<CustomerMail>;
}

const KIND = {
  before: 'refusal_before_handover',
  after: 'refusal_after_handover',
  mistaken: 'mistaken_operation',
} as const;
const PAPER = { application: 'application', id_copy: 'id_photo', receipt: 'receipt' } as const;

/** Makes up a fresh, complete claim; the same seed gives the same one. */
export function freshCase(options: FreshOptions, seed: number, now: number): FreshCase {
  const { language, kind, missing, to } = options;
  const next = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const items = (['application', 'id_copy', 'receipt'] as const).filter((item) => item !== missing);
  const story: Story = {
    key: 'fresh',
    person: pick(CUSTOMERS[language]),
    language,
    kind: KIND[kind],
    channel: 'mail',
    basket: basketOf(pick, next),
    delivery: kind === 'before' ? 1_500 : 0,
    payments: kind === 'mistaken' ? [{}, { after: 6 }] : [{}],
    boughtBefore: kind === 'after' ? 6 : 2,
    ...(kind === 'after' ? { handedOverBefore: 3 } : {}),
    demand: { minutesAgo: 0 },
    words: FRESH_WORDS[kind][language],
    papers: items.map((item): Paper => PAPER[item]),
    steps: [],
  };
  const number = `SO-${String(60_000 + Math.floor(next() * 39_999))}`;
  const working = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
  const cast = castStory(story, { number, seed }, { now, working });
  const { person, handedOverAt, order } = cast;
  const payments = paymentsOfStory(cast);
  return {
    order: { ...order.input, handedOverOn: handedOverAt === null ? null : almatyDate(handedOverAt) },
    payments,
    sum: order.askedMinor,
    letter: async (transactionId, renderer) => {
      const createdAt = Date.parse(payments[0]?.createdAt ?? '');
      const facts = paperFacts(cast, { createdAt, transactionId }, now);
      return {
        from: { name: person.name, address: person.email },
        to,
        subject: fillWords(story.words.subject, cast),
        text: fillWords(story.words.text, cast),
        at: now,
        messageId: `<demo.${String(now)}.${String(seed)}@mail.example.com>`,
        files: await makePapers(story.papers, facts, renderer),
      };
    },
  };
}

function basketOf(pick: <T>(from: readonly T[]) => T, next: () => number): BasketLine[] {
  const first = pick(GOOD_NAMES);
  const second = pick(GOOD_NAMES.filter((name) => name !== first));
  const lines: BasketLine[] = [{ good: first, quantity: 1 + Math.floor(next() * 2) }];
  return next() < 0.5 ? lines : [...lines, { good: second, quantity: 1 }];
}

const GOOD_NAMES = (Object.keys(GOODS) as GoodName[]).filter((name) => name !== 'engraved');

const CUSTOMERS: Record<Language, PersonName[]> = {
  kk: ['daulet', 'raushan', 'yerbol', 'ainur', 'askhat'],
  ru: ['kamila', 'denis', 'natalya', 'ruslan', 'sergey'],
  en: ['james', 'mei', 'hannah'],
};
