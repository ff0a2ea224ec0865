import { isCalendarDate } from './calendar-date';
import { InvalidInput } from './errors';
import { SETTING_DEFINITIONS } from './setting-definitions';
import type { LegalSettings, SettingKey, SettingType } from './setting-types';

export { SETTING_DEFINITIONS } from './setting-definitions';
export type { LegalSettings, SettingDefinition, SettingKey, SettingType } from './setting-types';

export const DEFAULT_LEGAL_SETTINGS: Readonly<LegalSettings> = Object.freeze(
  Object.fromEntries(
    SETTING_DEFINITIONS.map(({ key, default: value }) => [key, value]),
  ) as unknown as LegalSettings,
);

/**
 * The defaults with the stored rows laid over them; an unknown key is ignored, because an older or newer
 * version of the product may have written it.
 * @throws InvalidInput when a known key holds a value that it cannot take
 */
export function legalSettingsFrom(rows: readonly { key: string; value: unknown }[]): LegalSettings {
  const known = rows.filter(({ key }) => isSettingKey(key));
  for (const { key, value } of known) assertSettingValue(key, value);
  return { ...DEFAULT_LEGAL_SETTINGS, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) };
}

export function isSettingKey(key: string): key is SettingKey {
  return SETTING_DEFINITIONS.some((definition) => definition.key === key);
}

/**
 * Checks one value against the definition of its key.
 * @throws InvalidInput naming the key
 */
export function assertSettingValue(key: string, value: unknown): void {
  const definition = SETTING_DEFINITIONS.find((each) => each.key === key);
  if (!definition || !fits(definition.type, value))
    throw new InvalidInput(`The setting ${key} cannot take this value`);
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function fits(type: SettingType, value: unknown): boolean {
  if (type.is === 'boolean') return typeof value === 'boolean';
  if (type.is === 'integer')
    return Number.isInteger(value) && Number(value) >= type.min && Number(value) <= type.max;
  if (typeof value !== 'string') return false;
  if (type.is === 'choice') return type.options.includes(value);
  if (type.is === 'date') return isCalendarDate(value) || type.alsoAllowed.includes(value);
  if (type.is === 'time') return TIME.test(value) || (type.alsoAllowed ?? []).includes(value);
  return isSafePattern(value);
}

/** A pattern that compiles and cannot be made to run for ever: short, and no repeated group. */
function isSafePattern(value: string): boolean {
  if (value.length === 0 || value.length > 100 || /\)[*+{]/.test(value) || /[*+}][*+]/.test(value))
    return false;
  try {
    return !new RegExp(value, 'i').test('');
  } catch {
    return false;
  }
}
