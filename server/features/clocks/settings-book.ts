import type { Tx } from '../../adapters/db/unit-of-work';
import type { LegalSettings } from '../../domain/legal-settings';

/** Legal settings by day, read once a day; a pass over many claims meets the same days again and again. */
export interface SettingsBook {
  fill(tx: Tx, days: Iterable<string>): Promise<void>;
  /** @throws RangeError for a day that was never filled in */
  on(day: string): LegalSettings;
}

export function makeSettingsBook(load: (tx: Tx, onDate: string) => Promise<LegalSettings>): SettingsBook {
  const known = new Map<string, LegalSettings>();
  return {
    async fill(tx, days) {
      for (const day of new Set(days)) if (!known.has(day)) known.set(day, await load(tx, day));
    },
    on(day) {
      const settings = known.get(day);
      if (!settings) throw new RangeError(`No settings of ${day}`);
      return settings;
    },
  };
}
