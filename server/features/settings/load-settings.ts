import { LessThanOrEqual } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type LegalSettings, legalSettingsFrom } from '../../domain/legal-settings';
import { SettingEntity } from './setting.entity';

/** The legal settings in force on a day: the defaults, and over them each key's youngest value. */
export async function loadSettings(tx: Tx, onDate: string): Promise<LegalSettings> {
  const rows = await tx.find(SettingEntity, {
    where: { validFrom: LessThanOrEqual(onDate) },
    order: { validFrom: 'ASC', createdAt: 'ASC' },
  });
  return legalSettingsFrom(rows);
}
