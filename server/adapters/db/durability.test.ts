import { Unavailable } from '../../domain/errors';
import { SystemFlagEntity } from '../../features/settings/setting.entity';
import { onServer, openTestDatabase } from '../../testing/test-database';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const insert = (key: string, text = 'short') =>
  database.uow.write((tx) => tx.insert(SystemFlagEntity, { key, value: text, updatedAt: 1 }));
const keys = () =>
  database.uow.read(async (tx) => (await tx.find(SystemFlagEntity)).map((row) => row.key).sort());
const LARGE = 'x'.repeat(500_000);

/** Makes the database refuse writes as a full disk (SQLite) or a read-only standby (PostgreSQL) does. */
async function refuseWrites(): Promise<() => Promise<void>> {
  if (database.engine === 'sqlite') {
    await database.source.query('PRAGMA max_page_count = 1');
    return async () => {
      await database.source.query('PRAGMA max_page_count = 1000000');
    };
  }
  const [, server = '', name = ''] = /^(.*\/)([^/]+)$/.exec(database.url) ?? [];
  const setReadOnly = async (value: 'on' | 'off') => {
    await onServer(
      `${server}postgres`,
      `ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`,
    );
    // The setting counts from the next connection on.
    await onServer(
      `${server}postgres`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
  };
  await setReadOnly('on');
  return () => setReadOnly('off');
}

it('refuses a write that has no room, and keeps every one that comes when there is room again', async () => {
  await insert('before');
  const makeRoom = await refuseWrites();
  for (let i = 0; i < 3; i += 1) await expect(insert('refused', LARGE)).rejects.toThrow(Unavailable);

  await makeRoom();
  await insert('after');
  await expect(
    database.uow.write(async (tx) => {
      await tx.insert(SystemFlagEntity, { key: 'undone', value: 1, updatedAt: 1 });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await insert('later', LARGE);

  expect(await keys()).toEqual(['after', 'before', 'later']);
});

it('keeps what durability needs, on the connection that writes', async () => {
  expect(database.source.options.synchronize ?? false).toBe(false);
  const names =
    database.engine === 'sqlite'
      ? {
          'PRAGMA journal_mode': 'wal',
          'PRAGMA synchronous': 2,
          'PRAGMA foreign_keys': 1,
          'PRAGMA busy_timeout': 5000,
        }
      : { 'SHOW transaction_isolation': 'read committed', 'SHOW default_transaction_read_only': 'off' };
  for (const [statement, value] of Object.entries(names)) {
    const rows: Record<string, unknown>[] = await database.source.query(statement);
    expect([statement, ...Object.values(rows[0] ?? {})]).toEqual([statement, value]);
  }
});
