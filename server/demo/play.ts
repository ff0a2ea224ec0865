import type { World } from '../composition';
import { readFlag, writeFlag } from '../features/settings';
import { buy, demand, handOver } from './open-story';
import { castStory, type CastStory } from './scene';
import { houseRules } from './house-rules';
import { otherMail } from './other-mail';
import { sendLetters, type Stage } from './stage';
import { STORIES } from './stories';
import { type Calendar, laterMoment } from './when';

/** How far the demo's past has been played; it outlives a kill, and the next start goes on from here. */
export interface Progress {
  /** The moment that the demo was begun: all dates are counted from it. */
  begunAt: number;
  /** Names what this seeding has made at the gateway. */
  run: string;
  /** Order numbers begin here. */
  firstOrder: number;
  done: number;
  claims: Record<string, string>;
}

export const PROGRESS = 'demo.progress';

/** Something of the demo's past. */
export interface Event {
  at: number;
  /** Gives the claim that it opened. */
  play: () => Promise<{ key: string; claimId: string } | undefined>;
}

const MINUTE_MS = 60_000;

/**
 * Plays the past of every claim in the order of time, each act at its own moment and through the same functions
 * as in real work. What was played is remembered act by act.
 */
export async function playStories(
  stage: Stage,
  calendar: Calendar,
  progress: Progress,
  say: (line: string) => void,
): Promise<void> {
  const { clock, product, world } = stage;
  const claims = new Map(Object.entries(progress.claims));
  const events = eventsOf(stage, calendar, progress, claims);
  let told = -1;
  for (const [index, { at, play }] of events.entries()) {
    if (index < progress.done) continue;
    const tenths = Math.floor((10 * index) / events.length);
    if (tenths > told) say(`Making the demo, claim after claim: ${String(10 * tenths)} %`);
    told = tenths;
    clock.moveTo(at);
    const opened = await play();
    if (opened) claims.set(opened.key, opened.claimId);
    await sendLetters(stage);
    progress.done = index + 1;
    progress.claims = Object.fromEntries(claims);
    await world.database.uow.write((tx) => writeFlag(tx, PROGRESS, progress, clock.now()));
  }
  // Seals, sweeps and the gateway's list up to now.
  clock.moveTo(null);
  await product.jobs.runDue();
}

/** `SO-48007`: of the story at this place. */
export function orderNumber(first: number, index: number): string {
  return `SO-${String(first + index * 13 + 7)}`;
}

export function readProgress({ database }: World): Promise<Progress | null> {
  return database.uow.read((tx) => readFlag<Progress>(tx, PROGRESS));
}

function eventsOf(
  stage: Stage,
  calendar: Calendar,
  progress: Progress,
  claims: Map<string, string>,
): Event[] {
  const events = STORIES.flatMap((story, index) => {
    const { sameOrderAs } = story;
    const bought = sameOrderAs === undefined ? index : STORIES.findIndex(({ key }) => key === sameOrderAs);
    const facts = { number: orderNumber(progress.firstOrder, bought), seed: index + 1 };
    return eventsOfStory(stage, castStory(story, facts, calendar), calendar, {
      run: progress.run,
      claims,
    });
  });
  return [
    ...events,
    ...houseRules(stage, calendar),
    ...otherMail(stage, calendar, { claims, run: progress.run }),
  ].sort((a, b) => a.at - b.at);
}

function eventsOfStory(
  stage: Stage,
  cast: CastStory,
  calendar: Calendar,
  { run, claims }: { run: string; claims: Map<string, string> },
): Event[] {
  const { story, placedAt, handedOverAt, demandedAt } = cast;
  const { key } = story;
  const mark = (step: number) => `demo:${run}:${key}:${String(step)}`;
  const enteredAt = story.entered?.later
    ? laterMoment(story.entered.later, demandedAt, calendar)
    : demandedAt;
  const purchase: Event[] = [
    { at: placedAt + 5 * MINUTE_MS, play: () => buy(stage, cast, mark(0)).then(nothing) },
    ...(handedOverAt === null ? [] : [{ at: handedOverAt, play: () => handOver(stage, cast).then(nothing) }]),
  ];
  const events: Event[] = [
    ...(story.sameOrderAs === undefined && !story.unknownOrder ? purchase : []),
    { at: enteredAt, play: async () => ({ key, claimId: await demand(stage, cast, mark(1)) }) },
  ];
  let last = enteredAt;
  for (const [index, step] of story.steps.entries()) {
    // Acts of one claim stay in their order, whatever the hour of the start.
    const at = Math.max(last + 1_000, laterMoment(step.at, demandedAt, calendar));
    last = at;
    events.push({
      at,
      play: async () => {
        const claimId = claims.get(key) ?? '';
        await step.act({ ...cast, stage, claimId, claims, mark: mark(index + 2) });
        return undefined;
      },
    });
  }
  return events;
}

const nothing = () => undefined;
