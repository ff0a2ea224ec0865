import type { DataSource } from 'typeorm';

/** Triggers that must be there after migrating; a rebuilt SQLite table loses its triggers in silence. */
const TRIGGERS = [
  'audit_events_no_update',
  'audit_events_no_delete',
  'audit_seals_no_update',
  'audit_seals_no_delete',
  'claims_count_insert',
  'claims_count_update',
  'claims_count_delete',
];

/**
 * Compares triggers and indexes with what the product counts on.
 *
 * @throws Error when one is missing; the start stops rather than run without append-only audit, unique keys or right
 * counts
 */
export async function checkSchema(source: DataSource): Promise<void> {
  const postgres = source.options.type === 'postgres';
  const rows: { name: string }[] = await source.query(
    postgres
      ? `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal
         UNION ALL SELECT indexname AS name FROM pg_indexes WHERE schemaname = current_schema()`
      : "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')",
  );
  const found = new Set(rows.map((row) => row.name));
  const indexes = source.entityMetadatas.flatMap((entity) => entity.indices.map((index) => index.name));
  const missing = [...TRIGGERS, ...indexes].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`The database lacks triggers or indexes: ${missing.join(', ')}`);
}
