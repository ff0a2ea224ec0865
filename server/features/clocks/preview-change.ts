import { setImmediate as breathe } from 'node:timers/promises';
import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { createCalendar } from '../../domain/calendar';
import { applyEdit } from '../../domain/calendar-change';
import { NotFound } from '../../domain/errors';
import { makeRecount } from '../../domain/recount';
import { loadAuthorityTerms } from '../authorities';
import { CalendarChangeEntity, readTable } from '../calendar';
import { ClaimEntity, datesTold } from '../claims';
import type { ClockParts } from './clock-parts';
import { nextClaimIds, openTermsOf, type OpenTermRow, spanOf, storedTerm } from './open-terms';
import { makeSettingsBook } from './settings-book';

const BATCH = 500;
/** Rows that a screen can show; the counts tell of all. */
const SHOWN = 200;

/** A term that a draft would move. */
interface WouldMove {
  claimId: string;
  kind: OpenTermRow['kind'];
  fromOn: string;
  toOn: string;
  /** It would be late at once. */
  late: boolean;
  /** Another date than the new one, which the customer was told. */
  toldOn: string | null;
}

/**
 * What a draft would do to the open claims, without touching them: which dates move, from when to when, which would
 * be late at once, and which customers were told another date.
 * @throws NotFound; InvalidInput when the draft contradicts the calendar of now
 */
export async function previewChange(parts: ClockParts, changeId: string) {
  const { longReads, clock, loadSettings } = parts;
  const now = clock.now();
  const change = await longReads((tx) => tx.findOneBy(CalendarChangeEntity, { id: changeId }));
  if (!change) throw new NotFound('No such change');
  const counts = { claims: 0, moved: 0, earlier: 0, later: 0, late: 0, told: 0 };
  if (change.state !== 'draft') return { ...counts, rows: [], dates: [] };
  const table = await longReads(async (tx) => applyEdit(await readTable(tx), change));
  const book = makeSettingsBook(loadSettings);
  const authorities = await longReads(loadAuthorityTerms);
  const recount = makeRecount(createCalendar(table.days, table.years), (day) => book.on(day));
  const rows: WouldMove[] = [];
  const dates = new Map<string, number>();

  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor;
    const batch = await longReads(async (tx) => {
      const claimIds = await nextClaimIds(tx, spanOf(change), after, BATCH);
      const terms = claimIds.length === 0 ? [] : await openTermsOf(tx, claimIds);
      await book.fill(tx, [almatyDate(now), ...terms.map(({ settingsOn }) => settingsOn)]);
      return { claimIds, moves: await movesOf(tx, terms) };
    });
    counts.claims += batch.claimIds.length;
    const claimsWith = (wanted: (move: WouldMove) => boolean) =>
      new Set(batch.moves.filter(wanted).map(({ claimId }) => claimId)).size;
    counts.moved += claimsWith(() => true);
    counts.earlier += claimsWith(({ fromOn, toOn }) => toOn < fromOn);
    counts.later += claimsWith(({ fromOn, toOn }) => toOn > fromOn);
    counts.late += claimsWith(({ late }) => late);
    counts.told += claimsWith(({ toldOn }) => toldOn !== null);
    for (const { fromOn, toOn } of batch.moves) {
      const key = `${fromOn} ${toOn}`;
      dates.set(key, (dates.get(key) ?? 0) + 1);
    }
    rows.push(...batch.moves.slice(0, SHOWN - rows.length));
    cursor = batch.claimIds.at(-1) ?? null;
    await breathe();
  }
  return {
    ...counts,
    rows: await longReads((tx) => named(tx, rows)),
    dates: [...dates]
      .sort()
      .map(([key, terms]) => ({ fromOn: key.slice(0, 10), toOn: key.slice(11), terms })),
  };

  async function movesOf(tx: Tx, terms: OpenTermRow[]): Promise<WouldMove[]> {
    const keepsEarlier = book.on(almatyDate(now)).calendarChange === 'keep_earlier';
    const moved = terms
      .map((row) => ({ row, to: recount(storedTerm(row, authorities)) }))
      .filter(({ row, to }) => row.dueOn !== to.dueOn && !(keepsEarlier && to.dueAt > row.dueAt));
    const told = await datesTold(tx, [...new Set(moved.map(({ row }) => row.claimId))]);
    return moved.map(({ row, to }) => {
      const known = told.get(row.claimId)?.[row.kind] ?? null;
      const dates = { fromOn: row.dueOn, toOn: to.dueOn, toldOn: known === to.dueOn ? null : known };
      return { claimId: row.claimId, kind: row.kind, ...dates, late: to.dueAt <= now };
    });
  }
}

async function named(tx: Tx, rows: WouldMove[]) {
  const claims = await tx.find(ClaimEntity, {
    select: { id: true, number: true, state: true, assigneeId: true },
    where: { id: In([...new Set(rows.map(({ claimId }) => claimId))]) },
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return rows.map((row) => {
    const claim = byId.get(row.claimId);
    return {
      ...row,
      number: claim?.number ?? '',
      state: claim?.state ?? null,
      assigneeId: claim?.assigneeId ?? null,
    };
  });
}
