import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { maskedText } from '../../domain/masked-text';
import type { Role } from '../../domain/permissions';
import type { Vault } from '../../ports';
import { ClaimEntity } from './claim.entity';
import { claimPeopleOf } from './claim-people';

/** What a person wrote when acting: the reason of a return, the note of a rejection. */
export type EventWords = Record<string, string>;

interface SealedEvent {
  id: string;
  claimId: string | null;
  sealed: string | null;
}

/** Opens the words of events by event id, as the role may read them; those of an erased claim are gone with its key. */
export function makeEventWords({ vault }: { vault: Vault }) {
  return async (tx: Tx, events: readonly SealedEvent[], role: Role): Promise<Map<string, EventWords>> => {
    const withWords = events.filter(({ sealed, claimId }) => sealed !== null && claimId !== null);
    if (withWords.length === 0) return new Map();
    const claims = await tx.find(ClaimEntity, {
      select: { id: true, wrappedKey: true },
      where: { id: In(withWords.map(({ claimId }) => claimId)) },
    });
    const keys = new Map(claims.map(({ id, wrappedKey }) => [id, wrappedKey]));
    const masked = role === 'auditor' ? claims.map(({ id }) => id) : [];
    const people = await claimPeopleOf(tx, masked);
    return new Map(
      withWords.flatMap(({ id, claimId, sealed }) => {
        const key = keys.get(claimId ?? '');
        if (!key || !sealed) return [];
        const words = Object.entries(JSON.parse(vault.openText(key, sealed)) as EventWords);
        const names = people.get(claimId ?? '') ?? [];
        return [
          [id, Object.fromEntries(words.map(([of, text]) => [of, maskedText(text, role, names)]))] as const,
        ];
      }),
    );
  };
}
