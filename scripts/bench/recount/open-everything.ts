import 'reflect-metadata';
import { openDatabase } from '../../../server/adapters/db/database';
import type { Tx } from '../../../server/adapters/db/unit-of-work';
import { almatyDate } from '../../../server/domain/almaty-time';
import { calculateDeadline, DEADLINE_KINDS, ruleOfArticle } from '../../../server/domain/deadlines';
import { ENTITIES } from '../../../server/entities';
import { makeLoadCalendar } from '../../../server/features/calendar';
import { ClaimEntity, ObligationEntity } from '../../../server/features/claims';
import { loadSettings } from '../../../server/features/settings';

const DAY = 86_400_000;
const DIGITS = [...'0123456789abcdef'];

/**
 * Opens every seeded claim: its terms begin within the last ten days and run. Left as seeded, most would have ended years
 * ago and a change of the calendar would pass them by.
 * @returns how many claims have a running term
 */
export async function openEverything(databaseUrl: string, now: number): Promise<number> {
  const database = await openDatabase(databaseUrl, ENTITIES);
  const loadCalendar = makeLoadCalendar();
  try {
    // A claim's day follows from the last digit of its id; one transaction a digit keeps each of them small.
    for (const [at, digit] of DIGITS.entries()) {
      const startsAt = now - (at % 10) * DAY;
      await database.uow.write(async (tx) => {
        const calendar = await loadCalendar(tx);
        const settings = await loadSettings(tx, almatyDate(startsAt));
        const articles = await articlesOf(tx);
        for (const article of articles) {
          const { trace: _, ...term } = calculateDeadline(
            startsAt,
            ruleOfArticle(article),
            calendar,
            settings,
          );
          await tx
            .createQueryBuilder()
            .update(ObligationEntity)
            .set({
              ...term,
              startsAt,
              settingsOn: almatyDate(startsAt),
              status: term.dueAt > now ? 'running' : 'breached',
              open: true,
              doneAt: null,
              voidReason: null,
              nextStepAt: null,
            })
            .where(`article = :article AND substr("claimId", 36, 1) = :digit`, { article, digit })
            .execute();
        }
        const first = (column: string) =>
          `(SELECT MIN(o."${column}") FROM "obligations" o WHERE o."claimId" = "claims"."id" AND o."open")`;
        await tx
          .createQueryBuilder()
          .update(ClaimEntity)
          .set({
            state: 'in_review',
            closedAt: null,
            dueOn: () => first('dueOn'),
            dueAt: () => first('dueAt'),
            latestSafeAt: () => first('latestSafeAt'),
          })
          .where(`substr("id", 36, 1) = :digit`, { digit })
          .execute();
      });
    }
    return await database.uow.read(async (tx) => {
      const found = await tx
        .createQueryBuilder(ObligationEntity, 'row')
        .select('COUNT(DISTINCT row.claimId)', 'claims')
        .where('row.open = :open', { open: true })
        .getRawOne<{ claims: string | number }>();
      return Number(found?.claims);
    });
  } finally {
    await database.close();
  }
}

async function articlesOf(tx: Tx): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(ObligationEntity, 'row')
    .select('row.article', 'article')
    .distinct(true)
    .getRawMany<{ article: string }>();
  return rows
    .map(({ article }) => article)
    .filter((article) => DEADLINE_KINDS.includes(ruleOfArticle(article)));
}
