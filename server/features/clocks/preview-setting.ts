import { setImmediate as breathe } from 'node:timers/promises';
import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { assertSettingValue, isSettingKey, type SettingKey } from '../../domain/legal-settings';
import { makeRecount } from '../../domain/recount';
import { loadAuthorityTerms } from '../authorities';
import { ClaimEntity } from '../claims';
import type { ClockParts } from './clock-parts';
import { nextOpenClaimIds, openTermsOf, type OpenTermRow, storedTerm } from './open-terms';
import { makeSettingsBook } from './settings-book';

const BATCH = 500;
/** Rows that a screen can show; the counts tell of all. */
const SHOWN = 50;

/** A running term that would be another one by the new value. */
interface WouldBe {
  claimId: string;
  number: string;
  kind: OpenTermRow['kind'];
  fromOn: string;
  /** Null: it would not have begun yet. */
  toOn: string | null;
  late: boolean;
}

/**
 * What the open claims would be like if they were counted by another value of a setting. They are not: each keeps the
 * settings of its own day, and this only shows what those who come after the change will meet.
 * @throws NotFound; InvalidInput for a value that the key cannot take
 */
export async function previewSetting(parts: ClockParts, key: string, value: unknown) {
  if (!isSettingKey(key)) throw new NotFound('No such setting');
  assertSettingValue(key, value);
  const { longReads, clock, loadCalendar, loadSettings } = parts;
  const now = clock.now();
  const book = makeSettingsBook(loadSettings);
  const authorities = await longReads(loadAuthorityTerms);
  const recount = makeRecount(await longReads(loadCalendar), (day) => ({ ...book.on(day), [key]: value }));
  const counts = { claims: 0, earlier: 0, later: 0, late: 0, notBegun: 0, targets: 0 };
  const rows: WouldBe[] = [];

  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor;
    const { claimIds, terms, claims } = await longReads(async (tx) => {
      const ids = await nextOpenClaimIds(tx, after, BATCH);
      const found = ids.length === 0 ? [] : await openTermsOf(tx, ids);
      await book.fill(
        tx,
        found.map(({ settingsOn }) => settingsOn),
      );
      return { claimIds: ids, terms: found, claims: await claimsOf(tx, ids) };
    });
    counts.claims += claimIds.length;
    for (const row of terms) {
      const claim = claims.get(row.claimId);
      const startsAt = startOf(key, value, row, claim);
      const to = startsAt === null ? null : recount({ ...storedTerm(row, authorities), startsAt });
      const moved = to?.dueOn !== row.dueOn;
      if (to && to.dueOn < row.dueOn) counts.earlier += 1;
      if (to && to.dueOn > row.dueOn) counts.later += 1;
      if (to && moved && to.dueAt <= now) counts.late += 1;
      if (!to) counts.notBegun += 1;
      if (
        to &&
        !moved &&
        (to.latestSafeAt !== row.latestSafeAt || to.internalTargetAt !== row.internalTargetAt)
      )
        counts.targets += 1;
      if (!moved || rows.length >= SHOWN) continue;
      const { claimId, kind, dueOn: fromOn } = row;
      const late = to !== null && to.dueAt <= now;
      rows.push({ claimId, number: claim?.number ?? '', kind, fromOn, toOn: to?.dueOn ?? null, late });
    }
    cursor = claimIds.at(-1) ?? null;
    await breathe();
  }
  return { ...counts, rows };
}

type Start = Pick<ClaimEntity, 'id' | 'number' | 'demandedAt' | 'completeAt'>;

/** When a term would begin by the new value; only two settings move that. Null: not before everything is there. */
function startOf(key: SettingKey, value: unknown, row: OpenTermRow, claim: Start | undefined): number | null {
  const isMine =
    (key === 'start.tenDay' && row.kind === 'refund_10_days') ||
    (key === 'start.card' && row.kind === 'card_refund_3_working_days');
  // A claim that was opened again begins where it was opened again, whatever the setting.
  if (!isMine || !claim || row.round > 0) return row.startsAt;
  return value === 'first_demand' ? claim.demandedAt : claim.completeAt;
}

async function claimsOf(tx: Tx, ids: string[]): Promise<Map<string, Start>> {
  const claims = await tx.find(ClaimEntity, {
    select: { id: true, number: true, demandedAt: true, completeAt: true },
    where: { id: In(ids) },
  });
  return new Map(claims.map((claim) => [claim.id, claim]));
}
