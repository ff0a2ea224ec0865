import { setTimeout as sleep } from 'node:timers/promises';
import { SystemFlagEntity } from '../../features/settings/setting.entity';
import { openTestDatabase } from '../../testing/test-database';
import type { Database } from './database';
import type { Tx } from './unit-of-work';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const insert = (tx: Tx, key: string) => tx.insert(SystemFlagEntity, { key, value: 1, updatedAt: 1 });
const keys = () =>
  database.uow.read(async (tx) =>
    (await tx.find(SystemFlagEntity, { order: { key: 'ASC' } })).map((row) => row.key),
  );

describe('the unit of work', () => {
  // Checklist D1: without the queue the rollback below would undo both acknowledged writes on SQLite.
  it('keeps the writes of others when one transaction waits and then throws', async () => {
    const failing = database.uow.write(async (tx) => {
      await insert(tx, 'undone');
      await sleep(50);
      throw new Error('changed my mind');
    });
    const others = ['a', 'b'].map((key) => database.uow.write((tx) => insert(tx, key)));

    await expect(failing).rejects.toThrow('changed my mind');
    await Promise.all(others);

    expect(await keys()).toEqual(['a', 'b']);
  });

  it('shows readers committed rows only', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const writing = database.uow.write(async (tx) => {
      await insert(tx, 'pending');
      await held;
    });
    await sleep(30);
    expect(await keys()).toEqual([]);
    release();
    await writing;
    expect(await keys()).toEqual(['pending']);
  });

  it('undoes a failed inner write alone', async () => {
    await database.uow.write(async (tx) => {
      await insert(tx, 'outer');
      await expect(
        database.uow.write(async (inner) => {
          await insert(inner, 'inner');
          throw new Error('inner');
        }),
      ).rejects.toThrow('inner');
    });
    expect(await keys()).toEqual(['outer']);
  });

  it('does not let work that nobody awaited into a later transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await database.uow.write(async (tx) => {
      await insert(tx, 'first');
      late = sleep(20).then(() => database.uow.write((own) => insert(own, 'late')));
    });
    await expect(
      database.uow.write(async () => {
        await sleep(60);
        throw new Error('second failed');
      }),
    ).rejects.toThrow('second failed');
    await late;
    expect(await keys()).toEqual(['first', 'late']);
  });

  it('refuses to change or delete audit events', async () => {
    await database.source.query(
      `INSERT INTO audit_events (id, at, action, resource, data) VALUES ('e1', 1, 'a.b', 'a', '{}')`,
    );
    await expect(database.source.query(`UPDATE audit_events SET action = 'x'`)).rejects.toThrow(
      'append-only',
    );
    await expect(database.source.query(`DELETE FROM audit_events`)).rejects.toThrow('append-only');
  });
});
