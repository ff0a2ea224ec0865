import { MoreThan } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { hashToken } from './hash-token';
import { ABSOLUTE_MS } from './session-store';
import { SessionEntity } from './user.entity';

/** A browser in which somebody is signed in. */
export interface OpenSession {
  /** Hash of the session's id: it names the session and opens nothing. */
  id: string;
  startedAt: string;
  /** Within five minutes. */
  seenAt: string;
  address: string | null;
  /** What the browser calls itself. */
  agent: string | null;
  current: boolean;
}

/** Sessions of a person that still work, the last used first. */
export async function openSessionsOf(
  tx: Tx,
  userId: string,
  now: number,
  currentId?: string,
): Promise<OpenSession[]> {
  const rows = await tx.find(SessionEntity, {
    where: { userId, expiresAt: MoreThan(now), createdAt: MoreThan(now - ABSOLUTE_MS) },
    order: { seenAt: 'DESC' },
  });
  const current = currentId === undefined ? null : hashToken(currentId);
  return rows.map(({ idHash, data, createdAt, seenAt }) => {
    const { address, agent } = JSON.parse(data) as { address?: string; agent?: string };
    return {
      id: idHash,
      startedAt: new Date(createdAt).toISOString(),
      seenAt: new Date(seenAt).toISOString(),
      address: address ?? null,
      agent: agent ?? null,
      current: idHash === current,
    };
  });
}
