import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type PostgresCluster, startPostgres } from '../../server/testing/postgres';
import { familyOf } from './cpu';
import { makeIdealTables } from './limit/ideal-tables';
import { openPlainDatabase, type PlainDatabase } from './limit/plain-database';
import { environmentOf, type Place, runToEnd } from './processes';

export type Engine = 'sqlite' | 'postgres';

/** A seeded database for the product and the same rows for the limit. */
export interface Prepared {
  product: Place;
  limit: Place;
}

export interface Ground {
  prepare(claims: number): Promise<Prepared>;
  /** A place whose database nobody has filled. */
  empty(name: string): Promise<Place>;
  /** Processes that work for every place beside the product's own. */
  databasePids(): number[];
  close(): Promise<void>;
}

/** Where databases come from: files in the folder, or databases of one temporary cluster. */
export async function openGround(engine: Engine, folder: string): Promise<Ground> {
  const cluster = engine === 'postgres' ? await startPostgres() : null;
  const placeFor = async (name: string): Promise<Place> => {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    return { databaseUrl: await urlFor(cluster, place, name), folder: place };
  };
  return {
    async prepare(claims) {
      const product = await placeFor(String(claims));
      await runToEnd(['scripts/seed.ts', '--claims', String(claims), '--seed', '1'], environmentOf(product));
      const limit = cluster
        ? product
        : { ...product, databaseUrl: `sqlite:${join(product.folder, 'ideal.sqlite')}` };
      const plain: PlainDatabase = openPlainDatabase(limit.databaseUrl);
      await makeIdealTables(plain, engine, product.databaseUrl.replace('sqlite:', ''));
      await plain.close();
      return { product, limit };
    },
    empty: placeFor,
    databasePids: () => (cluster ? familyOf(cluster.pid) : []),
    close: async () => {
      await cluster?.stop();
    },
  };
}

async function urlFor(cluster: PostgresCluster | null, place: string, what: string): Promise<string> {
  if (!cluster) return `sqlite:${join(place, 'product.sqlite')}`;
  const name = `bench_${what}`;
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return cluster.url(name);
}
