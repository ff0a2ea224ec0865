import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type LegalSettings, legalSettingsFrom } from '../../domain/legal-settings';
import { SettingEntity } from './setting.entity';

/** The legal settings in force on a day: the defaults, and over them each key's youngest value. */
export async function loadSettings(tx: Tx, onDate: string): Promise<LegalSettings> {
  const rows = await findRows<SettingEntity>(tx, SettingEntity, {
    sql: 'WHERE "row"."validFrom" <= $1 ORDER BY "row"."validFrom", "row"."createdAt"',
    values: [onDate],
  });
  return legalSettingsFrom(rows);
}
