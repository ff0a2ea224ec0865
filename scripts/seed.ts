import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { openDatabase } from '../server/adapters/db/database';
import { openKeyring } from '../server/adapters/storage';
import { readConfig } from '../server/config';
import { almatyYear } from '../server/domain/almaty-time';
import { ENTITIES } from '../server/entities';
import { makeLoadCalendar, seedCalendar } from '../server/features/calendar';
import { foldCounts } from '../server/features/claims';
import {
  ClaimCounterEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimSearchEntity,
  ObligationEntity,
} from '../server/features/claims/claim.entity';
import { CustomerEntity } from '../server/features/customers';
import { DocumentEntity } from '../server/features/documents';
import { OrderEntity, OrderLineEntity } from '../server/features/orders';
import { PaymentEntity } from '../server/features/payments';
import { masterKeyOf } from '../server/master-key';
import { bulkInsert } from './seed/bulk-insert';
import { makeClaim } from './seed/make-claim';
import { seededRandom } from './seed/random';

/** Fills DATABASE_URL with deterministic claims for measuring: `npm run seed -- --claims 100000 --seed 1`. */
const BATCH = 2_000;
/** Fixed, so that a seed gives the same rows on every day. */
const NOW = Date.parse('2026-11-23T10:00:00+05:00');
const SPAN_MS = 3 * 365 * 86_400_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { claims: { type: 'string' }, seed: { type: 'string' } } });
  const claims = Number(values.claims ?? '10000');
  if (!Number.isInteger(claims) || claims < 1) throw new Error('--claims is a positive whole number');
  const config = readConfig({ DEMO: '1', ...process.env });
  const wrappedKey = openKeyring(masterKeyOf(config)).newKey();
  const database = await openDatabase(config.databaseUrl, ENTITIES, { lock: true });
  const random = seededRandom(Number(values.seed ?? '1'));
  const counters = new Map<number, number>();
  const started = Date.now();
  try {
    await database.uow.write((tx) => seedCalendar(tx, NOW));
    const calendar = await database.uow.read(makeLoadCalendar());
    const context = { random, now: NOW, calendar, wrappedKey };
    for (let first = 0; first < claims; first += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, claims - first) }, (_unused, at) => {
        const index = first + at;
        const createdAt = NOW - SPAN_MS + Math.floor((SPAN_MS * index) / claims);
        const year = almatyYear(createdAt);
        const number = (counters.get(year) ?? 0) + 1;
        counters.set(year, number);
        return makeClaim(index, { year, number }, createdAt, context);
      });
      await database.uow.write(async (tx) => {
        await bulkInsert(
          tx,
          CustomerEntity,
          rows.map((row) => row.customer),
        );
        await bulkInsert(
          tx,
          OrderEntity,
          rows.map((row) => row.order),
        );
        await bulkInsert(
          tx,
          OrderLineEntity,
          rows.flatMap((row) => row.orderLines),
        );
        await bulkInsert(
          tx,
          PaymentEntity,
          rows.map((row) => row.payment),
        );
        await bulkInsert(
          tx,
          ClaimEntity,
          rows.map((row) => row.claim),
        );
        await bulkInsert(
          tx,
          ClaimLineEntity,
          rows.flatMap((row) => row.claimLines),
        );
        await bulkInsert(
          tx,
          ObligationEntity,
          rows.flatMap((row) => row.obligations),
        );
        await bulkInsert(
          tx,
          DocumentEntity,
          rows.flatMap((row) => row.documents),
        );
        await bulkInsert(
          tx,
          ClaimSearchEntity,
          rows.flatMap((row) => row.terms),
        );
      });
      if ((first / BATCH) % 25 === 0) console.log(`${first + rows.length} of ${claims} claims`);
    }
    await database.uow.write((tx) =>
      tx.upsert(
        ClaimCounterEntity,
        [...counters].map(([year, last]) => ({ year, last })),
        ['year'],
      ),
    );
    await foldCounts(database.uow);
    console.log(`${claims} claims in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
