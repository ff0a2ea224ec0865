import { Pool } from 'pg';
import sqlite3 from 'sqlite3';

export type Row = Record<string, string | number | null>;

/** The driver alone, each statement prepared once: nothing faster is to be had from Node. */
export interface PlainDatabase {
  all(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Several statements as one transaction. */
  write(statements: [sql: string, values: unknown[]][]): Promise<void>;
  close(): Promise<void>;
}

export function openPlainDatabase(url: string): PlainDatabase {
  return url.startsWith('sqlite:') ? openPlainSqlite(url.slice('sqlite:'.length)) : openPlainPostgres(url);
}

function openPlainSqlite(file: string): PlainDatabase {
  const reader = new sqlite3.Database(file);
  const writer = new sqlite3.Database(file);
  for (const each of [reader, writer]) {
    each.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 268435456');
  }
  const prepared = new Map<string, sqlite3.Statement>();
  const statementOf = (base: sqlite3.Database, sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = base.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const settled = <T>(act: (done: (error: Error | null, value: T) => void) => unknown) =>
    new Promise<T>((resolve, reject) => {
      act((error, value) => {
        if (error) reject(error);
        else resolve(value);
      });
    });
  let tail: Promise<unknown> = Promise.resolve();
  const transaction = async (statements: [string, unknown[]][]) => {
    await settled<undefined>((done) =>
      statementOf(writer, 'BEGIN').run(done as (error: Error | null) => void),
    );
    for (const [sql, values] of statements) {
      await settled<undefined>((done) =>
        statementOf(writer, sql).run(values, done as (error: Error | null) => void),
      );
    }
    await settled<undefined>((done) =>
      statementOf(writer, 'COMMIT').run(done as (error: Error | null) => void),
    );
  };
  return {
    all: (sql, values = []) => settled<Row[]>((done) => statementOf(reader, sql).all<Row>(values, done)),
    write(statements) {
      const result = tail.then(() => transaction(statements));
      tail = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      for (const statement of prepared.values()) statement.finalize();
      await settled<undefined>((done) => {
        reader.close(done as (error: Error | null) => void);
      });
      await settled<undefined>((done) => {
        writer.close(done as (error: Error | null) => void);
      });
    },
  };
}

function openPlainPostgres(url: string): PlainDatabase {
  const pool = new Pool({ connectionString: url, max: 12 });
  const names = new Map<string, string>();
  const named = (text: string, values: unknown[]) => {
    const name = names.get(text) ?? `s${String(names.size)}`;
    names.set(text, name);
    return { name, text, values };
  };
  return {
    all: async (sql, values = []) => (await pool.query<Row>(named(sql, values))).rows,
    async write(statements) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        for (const [sql, values] of statements) await client.query(named(sql, values));
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
