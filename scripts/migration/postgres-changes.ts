import { ByHand } from './sqlite-changes';

/** What may go into a migration without a word from a person: it adds, and loses no row. */
const ADDS = /^(CREATE (TABLE|INDEX|UNIQUE INDEX) |ALTER TABLE "[^"]+" ADD "|DROP INDEX )/;

/**
 * Statements that TypeORM would run on PostgreSQL, with the schema's name left out so that any schema will do.
 *
 * @throws ByHand for a statement that drops, renames or retypes
 */
export function postgresChanges(statements: string[]): string[] {
  const plain = statements.map((statement) => statement.replaceAll('"public".', ''));
  const reasons = plain.filter((statement) => !ADDS.test(statement));
  if (reasons.length > 0) throw new ByHand(reasons);
  return plain;
}
