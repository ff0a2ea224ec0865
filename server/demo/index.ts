import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../composition';
import { readFlag, writeFlag } from '../features/settings';
import { createUserWithPassword } from '../features/users';
import type { Role } from '../domain/permissions';

const SEEDED = 'demo.seeded';

const PEOPLE: [local: string, name: string, role: Role][] = [
  ['reviewer', 'Айгерім Сәрсенова', 'reviewer'],
  ['reviewer2', 'Данияр Омаров', 'reviewer'],
  ['manager', 'Гүлнар Ахметова', 'manager'],
  ['manager2', 'Тимур Ли', 'manager'],
  ['auditor', 'Марат Жүнісов', 'auditor'],
  ['admin', 'Әкімші', 'admin'],
];

/**
 * Makes the demo accounts once; answers the lines to print. A given password is never printed.
 * Instances that start together on one database: one seeds, the others find it done.
 */
export async function seedDemo(world: World, _sandboxUrl: string | null): Promise<string[]> {
  const { database, clock, config } = world;
  const { uow } = database;
  const password = config.demoPassword ?? randomBytes(12).toString('base64url');
  const lines = [`Sign-ins: ${PEOPLE.map(([local]) => `${local}@umami.kz`).join(', ')}`];
  const seeded = await uow.read((tx) => readFlag<boolean>(tx, SEEDED));
  if (seeded) return [...lines, 'Password: as at the first start'];

  for (const [local, name, role] of PEOPLE) {
    await createUserWithPassword(
      { uow, clock, ids: world.ids },
      { email: `${local}@umami.kz`, name, password, role },
    );
  }
  await uow.write((tx) => writeFlag(tx, SEEDED, true, clock.now()));
  if (config.demoPassword !== undefined) return [...lines, 'Password: as given in DEMO_PASSWORD'];
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(join(config.dataFolder, 'demo-password'), `${password}\n`, { mode: 0o600 });
  return [...lines, `Password: ${password}`];
}
