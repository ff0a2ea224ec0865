import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Clock, Ids, Vault } from '../../ports';
import { enqueue, type JobHandler } from '../jobs';
import { WebhookForwardEntity } from './webhook-forward.entity';

const TIMEOUT_MS = 20_000;
/** As long as the gateway itself would have tried. */
const GIVE_UP_MS = 48 * 3_600_000;

/** Raw request to pass on to the shop's own address. */
export interface Forward {
  type: string;
  /** Headers that the receiver needs to check the signature. */
  headers: Record<string, string>;
  rawBody: Buffer;
}

export interface ForwardParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  vault: Pick<Vault, 'newKey' | 'sealText' | 'openText'>;
}

/**
 * Keeps the raw bytes until they are handed on. They hold what we must never keep (card expiry, token), so they
 * lie sealed under a key of their own in a row that is deleted on delivery, and never in the job.
 */
export async function keepForForwarding(tx: Tx, parts: ForwardParts, forward: Forward): Promise<void> {
  const { ids, clock, vault } = parts;
  const id = ids.next();
  const now = clock.now();
  const wrappedKey = vault.newKey();
  const sealed = vault.sealText(wrappedKey, forward.rawBody.toString('base64'));
  const { type, headers } = forward;
  await tx.insert(WebhookForwardEntity, { id, type, headers, sealed, wrappedKey, createdAt: now });
  const order = {
    kind: 'webhook.forward',
    dedupKey: `webhook.forward:${id}`,
    payload: { id },
    runAt: now,
    now,
  };
  await enqueue(tx, ids, order);
}

/** Hands the raw notification on to the shop's own address, since a terminal has one address a type. */
export function makeForward(forwardUrl: string, parts: Omit<ForwardParts, 'ids'>): JobHandler {
  const { uow, clock, vault } = parts;
  return async (payload) => {
    const id = String(payload.id);
    const row = await uow.read((tx) => tx.findOneBy(WebhookForwardEntity, { id }));
    if (!row) return;
    if (clock.now() - row.createdAt < GIVE_UP_MS) {
      const body = Buffer.from(vault.openText(row.wrappedKey, row.sealed), 'base64');
      await post(`${forwardUrl.replace(/\/+$/, '')}/${row.type}`, row.headers, body);
    }
    await uow.write((tx) => tx.delete(WebhookForwardEntity, { id }));
  };
}

async function post(url: string, headers: Record<string, string>, body: Buffer): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers,
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The shop's address answered ${response.status}`);
}
