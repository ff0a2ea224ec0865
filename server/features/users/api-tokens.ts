import { IsNull } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import type { Machine } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { hashToken } from './hash-token';
import { ApiTokenEntity } from './user.entity';

interface Parts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
}

/** Owner of a token that came with a request; undefined when it is unknown or revoked. */
export function makeFindMachine({ uow }: Pick<Parts, 'uow'>) {
  return async (token: string): Promise<Machine | undefined> => {
    const row = await uow.read((tx) =>
      tx.findOneBy(ApiTokenEntity, { tokenHash: hashToken(token), revokedAt: IsNull() }),
    );
    return row ? { id: row.id, name: row.name } : undefined;
  };
}

/** Makes a token for the shop's site; the answer is the only time that it is seen. */
export async function createApiToken({ uow, clock, ids }: Parts, name: string, actorId: string) {
  const token = ids.token(32);
  const id = ids.next();
  await uow.write(async (tx) => {
    await tx.insert(ApiTokenEntity, {
      id,
      name,
      tokenHash: hashToken(token),
      createdById: actorId,
      createdAt: clock.now(),
      revokedAt: null,
    });
    const facts = {
      actorId,
      action: 'api_token.created',
      resource: 'api-tokens',
      resourceId: id,
      at: clock.now(),
    };
    await recordEvent(tx, ids, facts);
  });
  return { id, name, token };
}

/** Ends a token at its next use. */
export async function revokeApiToken({ uow, clock, ids }: Parts, id: string, actorId: string): Promise<void> {
  await uow.write(async (tx) => {
    const { affected } = await tx.update(
      ApiTokenEntity,
      { id, revokedAt: IsNull() },
      { revokedAt: clock.now() },
    );
    if (affected === 0) throw new NotFound('No such token');
    const facts = {
      actorId,
      action: 'api_token.revoked',
      resource: 'api-tokens',
      resourceId: id,
      at: clock.now(),
    };
    await recordEvent(tx, ids, facts);
  });
}
