import { z } from 'zod';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { InvalidInput, NotFound } from '../../domain/errors';
import { assertSettingValue, isSettingKey, SETTING_DEFINITIONS } from '../../domain/legal-settings';
import { assertSettingsAgree } from '../../domain/settings-agree';
import type { originOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { loadSettings } from './load-settings';
import { SettingEntity } from './setting.entity';

export const SettingBody = z.strictObject({
  commandId: z.string().min(1).max(100),
  value: z.union([z.boolean(), z.number(), z.string().max(100)]),
  /** The first day of the new value; the day after today at the earliest, today where no term is counted by it. */
  validFrom: z.iso.date(),
  reason: z.string().trim().min(3).max(2000),
  /** Left out: the law that the question comes from. */
  law: z.string().trim().min(1).max(300).optional(),
});

/**
 * Gives a legal setting another value from a day on. Only from a coming day: the claims of a day keep the settings they
 * were counted by, so what holds today can never change under them. What no term is counted by may change today.
 * @throws NotFound; InvalidInput for a value that the key cannot take or that contradicts another, or a day too early
 * @see docs/rules.md R-36
 */
export async function changeSetting(
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  key: string,
  body: z.output<typeof SettingBody>,
  origin: ReturnType<typeof originOf>,
): Promise<void> {
  const definition = SETTING_DEFINITIONS.find((each) => each.key === key);
  if (!definition || !isSettingKey(key)) throw new NotFound('No such setting');
  assertSettingValue(key, body.value);
  const now = clock.now();
  const { validFrom, reason } = body;
  const isTooEarly = definition.fromToday ? validFrom < almatyDate(now) : validFrom <= almatyDate(now);
  if (isTooEarly) {
    throw new InvalidInput('A setting changes from tomorrow at the earliest: today’s claims keep theirs', {
      errors: { validFrom: 'too early' },
    });
  }
  const before = await loadSettings(tx, validFrom);
  if (before[key] === body.value)
    throw new InvalidInput('The setting has this value already', { errors: { value: 'no difference' } });
  assertSettingsAgree({ ...before, [key]: body.value });
  if (await tx.existsBy(SettingEntity, { key, validFrom })) {
    throw new InvalidInput('The setting has a new value from this day already', {
      errors: { validFrom: 'taken' },
    });
  }
  await tx.insert(SettingEntity, {
    id: ids.next(),
    key,
    value: body.value,
    validFrom,
    reason,
    law: body.law ?? definition.law,
    createdById: origin.actorId,
    createdAt: now,
  });
  await recordEvent(tx, ids, {
    ...origin,
    action: 'setting.changed',
    resource: 'settings',
    resourceId: key,
    data: { from: before[key], to: body.value, validFrom, reason },
    at: now,
  });
}
