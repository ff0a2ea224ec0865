import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Clock, Ids, Vault } from '../../ports';
import { enqueue, type JobHandler } from '../jobs';
import { WebhookForwardEntity } from './webhook-forward.entity';

const TIMEOUT_MS = 20_000;
/** The gateway's own patience: after 1, 2, 5, 10 and 30 minutes, then every 30 for two days. */
const RETRY_MINUTES = [1, 2, 5, 10, 30];
const GIVE_UP_MS = 48 * 3_600_000;
const MINUTE_MS = 60_000;

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
  await plan(tx, parts, id, 0, now);
}

/** One job a try, so that the shop's address is asked at the gateway's own pace however the job table paces itself. */
function plan(
  tx: Tx,
  { ids, clock }: Pick<ForwardParts, 'ids' | 'clock'>,
  id: string,
  tries: number,
  runAt: number,
) {
  return enqueue(tx, ids, {
    kind: 'webhook.forward',
    dedupKey: `webhook.forward:${id}:${tries}`,
    payload: { id, tries },
    runAt,
    now: clock.now(),
  });
}

/** Hands the raw notification on to the shop's own address, since a terminal has one address a type. */
export function makeForward(forwardUrl: string, parts: ForwardParts): JobHandler {
  const { uow, clock, vault } = parts;
  return async (payload) => {
    const id = String(payload.id);
    const tries = Number(payload.tries ?? 0);
    const row = await uow.read((tx) => tx.findOneBy(WebhookForwardEntity, { id }));
    if (!row) return;
    const body = Buffer.from(vault.openText(row.wrappedKey, row.sealed), 'base64');
    const taken = await post(`${forwardUrl.replace(/\/+$/, '')}/${row.type}`, row.headers, body);
    const nextAt = clock.now() + (RETRY_MINUTES[tries] ?? 30) * MINUTE_MS;
    await uow.write(async (tx) => {
      if (taken || nextAt - row.createdAt > GIVE_UP_MS) await tx.delete(WebhookForwardEntity, { id });
      else await plan(tx, parts, id, tries + 1, nextAt);
    });
  };
}

/** Whether the shop has taken it: like the gateway, only HTTP 200 with `code` 0 counts. */
async function post(url: string, headers: Record<string, string>, body: Buffer): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    return response.status === 200 && (answer as { code?: unknown } | null)?.code === 0;
  } catch {
    return false;
  }
}
