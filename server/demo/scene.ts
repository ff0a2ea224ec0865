import { almatyDate, atLocalTime } from '../domain/almaty-time';
import { addDays } from '../domain/calendar-date';
import { formatMoney } from '../domain/money';
import type { AttachedFile } from '../features/documents';
import { makePapers, type PaperFacts } from './papers';
import { PEOPLE, type Person } from './people';
import { paymentsOf, type Stage } from './stage';
import type { Paper, Story } from './story';
import { orderOfStory, type StoryOrder } from './story-order';
import { type Calendar, momentOf } from './when';

/** A story with its dates and sums worked out for the day that the demo is made on. */
export interface CastStory {
  story: Story;
  person: Person;
  order: StoryOrder;
  placedAt: number;
  /** 18:00 of the day that the goods were handed over on. */
  handedOverAt: number | null;
  demandedAt: number;
  seed: number;
}

/** What an act works with. */
export interface Scene extends CastStory {
  stage: Stage;
  claimId: string;
  /** Names this act, the same at each run: a repeated act finds that it was done. */
  mark: string;
  /** Claims of other stories, by key. */
  claims: ReadonlyMap<string, string>;
}

export function castStory(
  story: Story,
  facts: { number: string; seed: number },
  calendar: Calendar,
): CastStory {
  const demandedAt = momentOf(story.demand, calendar);
  const demandedOn = almatyDate(demandedAt);
  const minute = 11 + ((facts.seed * 37) % 480);
  const placedAt = atLocalTime(addDays(demandedOn, -story.boughtBefore), '10:00') + minute * 60_000;
  const handedOverOn =
    story.handedOverBefore === undefined ? null : addDays(demandedOn, -story.handedOverBefore);
  return {
    story,
    person: PEOPLE[story.person],
    order: orderOfStory(story, facts.number, { placedAt, handedOverOn }),
    placedAt,
    handedOverAt: handedOverOn === null ? null : Math.min(atLocalTime(handedOverOn, '18:00'), demandedAt),
    demandedAt,
    seed: facts.seed,
  };
}

/** Puts order, sums and goods into the words of a letter. */
export function fillWords(text: string, { order, person }: CastStory): string {
  const values: Record<string, string> = {
    order: order.number,
    sum: formatMoney(order.askedMinor),
    total: formatMoney(order.totalMinor),
    goods: order.goods,
    name: person.name,
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The files that the customer sends now. */
export function papersNow(
  cast: Omit<Scene, 'claimId' | 'claims' | 'mark'>,
  papers: readonly Paper[],
): Promise<AttachedFile[]> {
  return makeStoryPapers(cast, papers, cast.stage.clock.now());
}

/** The files of the demand; they are begun when the purchase is known, long before their turn. */
export function demandPapers(stage: Stage, cast: CastStory): Promise<AttachedFile[]> {
  return stage.kitchen.take(cast.story.key, () => makeDemandPapers(stage, cast));
}

export function beginDemandPapers(stage: Stage, cast: CastStory): void {
  stage.kitchen.begin(cast.story.key, () => makeDemandPapers(stage, cast));
}

const makeDemandPapers = (stage: Stage, cast: CastStory) =>
  makeStoryPapers({ ...cast, stage }, cast.story.papers, cast.demandedAt);

async function makeStoryPapers(
  { stage, ...cast }: Omit<Scene, 'claimId' | 'claims' | 'mark'>,
  papers: readonly Paper[],
  signedAt: number,
): Promise<AttachedFile[]> {
  if (papers.length === 0) return [];
  const payments = await paymentsOf(stage, cast.order.number);
  const paid = payments.find(({ status }) => status !== 'Declined') ?? payments[0];
  const facts = paperFacts(cast, paid ?? { createdAt: signedAt, transactionId: 0 }, signedAt);
  return makePapers(papers, facts, stage.world.renderer);
}

/** What stands on the papers of a story that are signed at a moment. */
export function paperFacts(
  { story, person, order, handedOverAt, seed }: CastStory,
  paid: { createdAt: number; transactionId: number },
  signedAt: number,
): PaperFacts {
  return {
    language: story.language,
    person,
    order,
    mistaken: story.kind === 'mistaken_operation',
    reason: REASONS[story.kind][story.language],
    paidAt: paid.createdAt,
    transactionId: paid.transactionId,
    handedOverOn: handedOverAt === null ? null : almatyDate(handedOverAt),
    signedAt,
    seed,
  };
}

const REASONS = {
  refusal_before_handover: { kk: 'тапсырыстан бас тарттым', ru: 'отказ от заказа', en: 'order cancelled' },
  refusal_after_handover: { kk: 'маған сай келмеді', ru: 'не подошёл', en: 'does not suit me' },
  mistaken_operation: { kk: 'ақша екі рет алынды', ru: 'двойное списание', en: 'charged twice' },
  defective: { kk: 'тауардың ақауы бар', ru: 'недостаток товара', en: 'the goods are defective' },
  other: { kk: 'өзге негіз', ru: 'иное основание', en: 'other ground' },
} as const; // prettier-ignore
