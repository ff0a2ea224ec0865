import { randomIds } from '../../adapters/ids/random-ids';
import type { Database } from '../../adapters/db/database';
import { openTestDatabase } from '../../testing/test-database';
import { AuditSealEntity, recordEvent, sealEvents, verifySeals } from '.';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
  await database.uow.write(async (tx) => {
    for (let at = 1; at <= 5; at += 1) {
      const facts = { actorId: null, action: 'claim.proposed', resource: 'claims', resourceId: 'c1', at };
      await recordEvent(tx, randomIds, { ...facts, data: { b: at, a: 'ә' } });
    }
  });
});
afterEach(() => database.close());

const faults = () => database.uow.read(verifySeals);
/** What only somebody with the database's own keys could do. */
const tamper = async (statement: string) => {
  const triggers = database.engine === 'postgres';
  if (triggers) await database.source.query(`SET session_replication_role = replica`);
  else {
    const found: { name: string }[] = await database.source.query(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit_%'`,
    );
    for (const { name } of found) await database.source.query(`DROP TRIGGER "${name}"`);
  }
  await database.source.query(statement);
};

it('seals every event once, the late one too', async () => {
  expect(await sealEvents(database.uow)).toBe(5);
  await database.uow.write((tx) =>
    recordEvent(tx, randomIds, { actorId: null, action: 'a.b', resource: 'a', resourceId: null, at: 2 }),
  );
  expect(await sealEvents(database.uow)).toBe(1);
  expect(await sealEvents(database.uow)).toBe(0);
  expect(await faults()).toEqual([]);
  expect(await database.uow.read((tx) => tx.count(AuditSealEntity))).toBe(6);
});

it.each([
  [`UPDATE audit_events SET action = 'claim.approved' WHERE at = 3`, 'changed'],
  [`DELETE FROM audit_events WHERE at = 3`, 'gone'],
  [`DELETE FROM audit_seals WHERE seq = 3`, 'order'],
])('finds out about %s', async (statement, fault) => {
  await sealEvents(database.uow);
  await tamper(statement);
  expect((await faults()).join()).toContain(fault);
});
