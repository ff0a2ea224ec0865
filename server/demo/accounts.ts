import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../composition';
import type { Role } from '../domain/permissions';
import { changePassword, createUserWithPassword, UserEntity } from '../features/users';
import type { Clock } from '../ports';

const PEOPLE: [local: string, name: string, role: Role][] = [
  ['reviewer', 'Айгерім Сәрсенова', 'reviewer'],
  ['reviewer2', 'Данияр Омаров', 'reviewer'],
  ['manager', 'Гүлнар Ахметова', 'manager'],
  ['manager2', 'Тимур Ли', 'manager'],
  ['auditor', 'Марат Жүнісов', 'auditor'],
  ['admin', 'Әкімші', 'admin'],
];

export const SIGN_INS = PEOPLE.map(([local]) => `${local}@umami.kz`).join(', ');

/** Makes the demo accounts that are not there yet, all with one password. */
export async function makeAccounts(world: World, clock: Clock, password: string): Promise<void> {
  const { uow } = world.database;
  for (const [local, name, role] of PEOPLE) {
    const email = `${local}@umami.kz`;
    if (await uow.read((tx) => tx.existsBy(UserEntity, { email }))) continue;
    await createUserWithPassword({ uow, clock, ids: world.ids }, { email, name, password, role });
  }
}

/**
 * The one password of the demo's accounts: given, or drawn once and kept beside the database. A given one is never
 * printed; given anew, it holds from then on.
 */
export async function settlePassword(
  world: World,
  seeded: boolean,
): Promise<{ value: string; line: string }> {
  const { config } = world;
  const file = join(config.dataFolder, 'demo-password');
  if (config.demoPassword !== undefined) {
    if (seeded) await changePasswords(world, config.demoPassword);
    rmSync(file, { force: true });
    return { value: config.demoPassword, line: 'Password: as given in DEMO_PASSWORD' };
  }
  const kept = readKept(file);
  if (kept !== null) return { value: kept, line: `Password: ${kept} (kept in ${file})` };
  if (seeded) return { value: '', line: 'Password: as at the first start; DEMO_PASSWORD=… sets another' };
  const value = randomBytes(12).toString('base64url');
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(file, `${value}\n`, { mode: 0o600 });
  return { value, line: `Password: ${value}` };
}

async function changePasswords(world: World, password: string): Promise<void> {
  const parts = { uow: world.database.uow, clock: world.clock, ids: world.ids };
  for (const [local] of PEOPLE) await changePassword(parts, `${local}@umami.kz`, password);
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
