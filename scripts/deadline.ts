import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { openForReading } from '../server/adapters/db/open-for-reading';
import { readConfig } from '../server/config';
import { almatyDate, assertAlmatyZone } from '../server/domain/almaty-time';
import type { AuthorityTerm } from '../server/domain/authority-terms';
import { createCalendar, type WorkingCalendar } from '../server/domain/calendar';
import { DomainError } from '../server/domain/errors';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from '../server/domain/kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from '../server/domain/legal-settings';
import { ENTITIES } from '../server/entities';
import { loadAuthorityTerms } from '../server/features/authorities';
import {
  deadlineAnswer,
  DeadlineQuery,
  makeLoadCalendar,
  parseInstant,
  ruleFor,
} from '../server/features/calendar';
import { loadSettings } from '../server/features/settings';

const USAGE =
  'Usage: npm run deadline -- --received <ISO 8601 instant with Z or offset> --kind refusal|card_refund|mistaken|answer|authority_<code>';

interface Rules {
  calendar: WorkingCalendar;
  settings: LegalSettings;
  authorities: readonly AuthorityTerm[];
  /** `installation`: the tables of DATABASE_URL; `shipped`: what a new installation starts with. */
  source: 'installation' | 'shipped';
}

/**
 * When something that arrived is due, as JSON with the trace: `npm run deadline -- --received … --kind …`.
 * Counts by calendar and settings of the installation where there is one; it may run beside the server.
 */
async function main(): Promise<void> {
  assertAlmatyZone();
  const { values } = parseArgs({ options: { received: { type: 'string' }, kind: { type: 'string' } } });
  const query = DeadlineQuery.safeParse(values);
  if (!query.success) throw new Error(USAGE);
  const received = parseInstant('--received', query.data.received);
  const day = almatyDate(received);
  const { calendar, settings, authorities, source } = await rulesOn(day);
  const rule = ruleFor(query.data.kind, authorities, day);
  const answer = deadlineAnswer(received, rule, calendar, settings);
  console.log(JSON.stringify({ ...query.data, rules: source, ...answer }, null, 2));
}

async function rulesOn(day: string): Promise<Rules> {
  const { databaseUrl: url } = readConfig({ DEMO: '1', ...process.env });
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) {
    const calendar = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
    return { calendar, settings: DEFAULT_LEGAL_SETTINGS, authorities: [], source: 'shipped' };
  }
  const database = await openForReading(url, ENTITIES);
  try {
    const [calendar, settings, authorities] = await database.read(async (tx) => [
      await makeLoadCalendar()(tx),
      await loadSettings(tx, day),
      await loadAuthorityTerms(tx),
    ]);
    return { calendar, settings, authorities, source: 'installation' };
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  // A wrong argument needs no stack.
  console.error(error instanceof DomainError ? `${error.message}\n${USAGE}` : (error as Error).message);
  process.exitCode = 1;
});
