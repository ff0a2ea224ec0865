import type { DataSource } from 'typeorm';

/** Triggers that must be there after migrating; a rebuilt SQLite table loses its triggers in silence. */
const TRIGGERS = [
  'audit_events_no_update',
  'audit_events_no_delete',
  'audit_seals_no_update',
  'audit_seals_no_delete',
];

/** @throws Error when a trigger is missing; the start stops rather than run without append-only audit. */
export async function checkSchema(source: DataSource): Promise<void> {
  const rows: { name: string }[] = await source.query(
    source.options.type === 'postgres'
      ? 'SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal'
      : "SELECT name FROM sqlite_master WHERE type = 'trigger'",
  );
  const found = new Set(rows.map((row) => row.name));
  const missing = TRIGGERS.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`The database lacks triggers: ${missing.join(', ')}`);
}
