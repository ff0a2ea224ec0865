import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { ApiTokenEntity, UserEntity } from './user.entity';

/** Names of people and API tokens by id; ids of nobody are left out. */
export async function namesOfActors(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await tx.findBy(UserEntity, { id: In(ids) });
  const tokens = users.length === ids.length ? [] : await tx.findBy(ApiTokenEntity, { id: In(ids) });
  return new Map([...users, ...tokens].map(({ id, name }) => [id, name]));
}
