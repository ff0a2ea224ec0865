import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type PostgresCluster, startPostgres } from '../../server/testing/postgres';
import { makeIdealTables } from './limit/ideal-tables';
import { openPlainDatabase, type PlainDatabase } from './limit/plain-database';
import { environmentOf, type Place, runToEnd } from './processes';

export type Engine = 'sqlite' | 'postgres';

/** A seeded database for the product and the same rows for the limit. */
export interface Prepared {
  product: Place;
  limit: Place;
  /** Postmaster, whose children work for both; null on SQLite, which works inside the processes. */
  databasePid: number | null;
}

export interface Ground {
  prepare(claims: number): Promise<Prepared>;
  close(): Promise<void>;
}

/** Where databases come from: files in the folder, or databases of one temporary cluster. */
export async function openGround(engine: Engine, folder: string): Promise<Ground> {
  const cluster = engine === 'postgres' ? await startPostgres() : null;
  return {
    async prepare(claims) {
      const place = join(folder, String(claims));
      mkdirSync(place, { recursive: true });
      const product = { databaseUrl: await urlFor(cluster, place, claims), folder: place };
      await runToEnd(['scripts/seed.ts', '--claims', String(claims), '--seed', '1'], environmentOf(product));
      const limit = cluster
        ? product
        : { databaseUrl: `sqlite:${join(place, 'ideal.sqlite')}`, folder: place };
      const plain: PlainDatabase = openPlainDatabase(limit.databaseUrl);
      await makeIdealTables(plain, engine, product.databaseUrl.replace('sqlite:', ''));
      await plain.close();
      return { product, limit, databasePid: cluster?.pid ?? null };
    },
    close: async () => {
      await cluster?.stop();
    },
  };
}

async function urlFor(cluster: PostgresCluster | null, place: string, claims: number): Promise<string> {
  if (!cluster) return `sqlite:${join(place, 'product.sqlite')}`;
  const name = `bench_${String(claims)}`;
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return cluster.url(name);
}
