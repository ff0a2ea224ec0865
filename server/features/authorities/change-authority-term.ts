import { z } from 'zod';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { AUTHORITY_CODE, AUTHORITY_STARTS } from '../../domain/authority-terms';
import { isCalendarDate } from '../../domain/calendar-date';
import { InvalidInput, NotFound } from '../../domain/errors';
import type { originOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { AuthorityTermEntity } from './authority-term.entity';

const name = z.string().trim().min(2).max(100);

const VERSION = {
  commandId: z.string().min(1).max(100),
  nameKk: name,
  nameRu: name,
  nameEn: name,
  days: z.int().min(1).max(365),
  unit: z.enum(['calendar', 'working']),
  rollForward: z.boolean(),
  start: z.enum(AUTHORITY_STARTS),
  article: z.string().trim().min(3).max(200),
  validFrom: z.string().refine(isCalendarDate, 'is no date YYYY-MM-DD'),
  reason: z.string().trim().min(3).max(2000),
};
export const NewKindBody = z.strictObject({ ...VERSION, code: z.string().regex(AUTHORITY_CODE) });
export const VersionBody = z.strictObject({ ...VERSION, active: z.boolean() });

type Version = Omit<z.output<typeof VersionBody>, 'commandId'>;
interface Parts {
  ids: Ids;
  clock: Clock;
}
type Origin = ReturnType<typeof originOf>;

/**
 * Adds a kind of authority. Nothing has been counted by it yet, so it may hold from a day in the past: the request
 * that calls for it is often here already.
 * @throws InvalidInput for a code that is taken
 */
export async function addKind(
  tx: Tx,
  parts: Parts,
  { code, commandId: _, ...version }: z.output<typeof NewKindBody>,
  origin: Origin,
): Promise<void> {
  if (await tx.existsBy(AuthorityTermEntity, { code })) {
    throw new InvalidInput('There is a kind with this code already', { errors: { code: 'taken' } });
  }
  await keep(tx, parts, code, { ...version, active: true }, origin, 'authority_term.added');
}

/**
 * Gives a kind another term, name or end from a coming day on. Requests keep the version of the day on which they came,
 * so what holds today can never change under them.
 * @throws NotFound; InvalidInput for a day that is too early or has a version already
 * @see docs/rules.md R-38
 */
export async function addVersion(
  tx: Tx,
  parts: Parts,
  code: string,
  { commandId: _, ...version }: z.output<typeof VersionBody>,
  origin: Origin,
): Promise<void> {
  const versions = await tx.findBy(AuthorityTermEntity, { code });
  if (versions.length === 0) throw new NotFound('No such kind of authority');
  if (version.validFrom <= almatyDate(parts.clock.now())) {
    throw new InvalidInput('A term changes from tomorrow at the earliest: what has come keeps its own', {
      errors: { validFrom: 'too early' },
    });
  }
  if (versions.some(({ validFrom }) => validFrom === version.validFrom)) {
    throw new InvalidInput('The kind has another version from this day already', {
      errors: { validFrom: 'taken' },
    });
  }
  await keep(tx, parts, code, version, origin, 'authority_term.changed');
}

async function keep(
  tx: Tx,
  { ids, clock }: Parts,
  code: string,
  version: Version,
  origin: Origin,
  action: string,
): Promise<void> {
  const at = clock.now();
  const row = { id: ids.next(), code, ...version, createdById: origin.actorId, createdAt: at };
  await tx.insert(AuthorityTermEntity, row);
  const { days, unit, rollForward, start, article, active, validFrom, reason } = version;
  await recordEvent(tx, ids, {
    ...origin,
    action,
    resource: 'authority-terms',
    resourceId: code,
    data: { days, unit, rollForward, start, article, active, validFrom, reason },
    at,
  });
}
