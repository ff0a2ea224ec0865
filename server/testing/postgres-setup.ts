import 'reflect-metadata';
import { openDatabase } from '../adapters/db/database';
import { ENTITIES } from '../entities';
import { type PostgresCluster, startPostgres } from './postgres';
import { onServer, POSTGRES_SERVER, POSTGRES_TEMPLATE } from './test-database';

declare global {
  var qaitarymCluster: PostgresCluster | undefined;
}

/** Starts one temporary cluster with a migrated template database. */
export default async function setup(): Promise<void> {
  const cluster = await startPostgres();
  globalThis.qaitarymCluster = cluster;
  await onServer(cluster.url('postgres'), `CREATE DATABASE ${POSTGRES_TEMPLATE}`);
  const database = await openDatabase(cluster.url(POSTGRES_TEMPLATE), ENTITIES);
  await database.close();
  process.env[POSTGRES_SERVER] = cluster.url('postgres');
}
