import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { openDatabase } from '../adapters/db/database';
import { ENTITIES } from '../entities';
import { SQLITE_TEMPLATE } from './test-database';

/** Migrates one file that every test copies. */
export default async function setup(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'qaitarym-template-')), 'template.sqlite');
  const database = await openDatabase(`sqlite:${file}`, ENTITIES);
  await database.source.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  process.env[SQLITE_TEMPLATE] = file;
}
