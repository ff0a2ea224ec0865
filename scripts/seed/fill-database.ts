import type { Database } from '../../server/adapters/db/database';
import type { Tx } from '../../server/adapters/db/unit-of-work';
import type { Keyring } from '../../server/adapters/storage';
import { almatyYear } from '../../server/domain/almaty-time';
import { makeLoadCalendar, seedCalendar } from '../../server/features/calendar';
import { foldCounts } from '../../server/features/claims';
import {
  ClaimCounterEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  ObligationEntity,
} from '../../server/features/claims/claim.entity';
import { CustomerEntity } from '../../server/features/customers';
import { DocumentEntity } from '../../server/features/documents';
import { MessageEntity } from '../../server/features/messages';
import { OrderEntity, OrderLineEntity } from '../../server/features/orders';
import { PaymentEntity } from '../../server/features/payments';
import { LedgerEntryEntity, RefundAttemptEntity, RefundEntity } from '../../server/features/refunds';
import { bulkInsert } from './bulk-insert';
import { makeClaim, type SeedRows } from './make-claim';
import { seededRandom } from './random';

const BATCH = 2_000;
/** Fixed, so that a seed gives the same rows on every day. */
export const SEEDED_AT = Date.parse('2026-11-23T10:00:00+05:00');
const SPAN_MS = 3 * 365 * 86_400_000;
/** The newest claims that keep their letters: these are half of all work, and a million shall stay a matter of minutes. */
const MOST_WITH_LETTERS = 100_000;

/**
 * Fills a database with claims over three years as they look after their way through the product: terms, checklist,
 * verdict, proposal, letters, refund. The same rows for the same seed, except keys and what is sealed under them.
 * Left out is what no measured page reads: audit events, the mail ledger, files.
 */
export async function fillDatabase(
  { uow }: Pick<Database, 'uow'>,
  keyring: Keyring,
  order: { claims: number; seed: number; said?: (done: number) => void },
): Promise<void> {
  const { claims, seed, said } = order;
  const random = seededRandom(seed);
  const counters = new Map<number, number>();
  await uow.write((tx) => seedCalendar(tx, SEEDED_AT));
  const calendar = await uow.read(makeLoadCalendar());
  for (let first = 0; first < claims; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, claims - first) }, (_unused, at) => {
      const index = first + at;
      const createdAt = SEEDED_AT - SPAN_MS + Math.floor((SPAN_MS * index) / claims);
      const year = almatyYear(createdAt);
      const number = (counters.get(year) ?? 0) + 1;
      counters.set(year, number);
      const hasLetters = index >= claims - MOST_WITH_LETTERS;
      const context = { random, now: SEEDED_AT, calendar, keyring, hasLetters };
      return makeClaim(index, { year, number }, createdAt, context);
    });
    await uow.write((tx) => insertRows(tx, rows));
    said?.(first + rows.length);
  }
  const last = [...counters].map(([year, number]) => ({ year, last: number }));
  await uow.write((tx) => tx.upsert(ClaimCounterEntity, last, ['year']));
  await foldCounts(uow);
}

async function insertRows(tx: Tx, rows: readonly SeedRows[]): Promise<void> {
  const all = <T>(of: (row: SeedRows) => T | T[]) => rows.flatMap(of);
  await bulkInsert(tx, CustomerEntity, all((row) => row.customer)); // prettier-ignore
  await bulkInsert(tx, OrderEntity, all((row) => row.order)); // prettier-ignore
  await bulkInsert(tx, OrderLineEntity, all((row) => row.orderLines)); // prettier-ignore
  await bulkInsert(tx, PaymentEntity, all((row) => row.payment)); // prettier-ignore
  await bulkInsert(tx, ClaimEntity, all((row) => row.claim)); // prettier-ignore
  await bulkInsert(tx, ClaimLineEntity, all((row) => row.claimLines)); // prettier-ignore
  await bulkInsert(tx, ObligationEntity, all((row) => row.obligations)); // prettier-ignore
  await bulkInsert(tx, DocumentEntity, all((row) => row.documents)); // prettier-ignore
  await bulkInsert(tx, MessageEntity, all((row) => row.messages)); // prettier-ignore
  await bulkInsert(tx, RefundEntity, all((row) => row.refunds)); // prettier-ignore
  await bulkInsert(tx, RefundAttemptEntity, all((row) => row.attempts)); // prettier-ignore
  await bulkInsert(tx, LedgerEntryEntity, all((row) => row.ledger)); // prettier-ignore
  await bulkInsert(tx, ClaimSearchEntity, all((row) => row.terms)); // prettier-ignore
}
