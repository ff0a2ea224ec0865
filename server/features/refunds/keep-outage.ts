import { In, IsNull, LessThan, MoreThan, Or } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { recordEvent } from '../audit';
import type { Breaker } from './breaker';
import { GatewayOutageEntity } from './outage.entity';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

/** Why an attempt was put off while nobody answered; such a delay means nothing once the gateway is back. */
const PUT_OFF_BY_OUTAGE = [
  'timeout',
  'connection_refused',
  'connection_lost',
  'http_status',
  'not_sent:connection_refused',
];

export function openOutage(tx: Tx): Promise<GatewayOutageEntity | null> {
  return tx.findOneBy(GatewayOutageEntity, { openMark: 'open' });
}

/** Outages that fell into a stretch of time, the earliest first. */
export function outagesWithin(tx: Tx, fromMs: number, toMs: number): Promise<GatewayOutageEntity[]> {
  return tx.find(GatewayOutageEntity, {
    where: { startedAt: LessThan(toMs), endedAt: Or(IsNull(), MoreThan(fromMs)) },
    order: { startedAt: 'ASC' },
  });
}

/**
 * Agrees the breaker of this process with the outage that all processes share: records that one began, ends it
 * once its channel has answered, and takes over what another process, or this one before a restart, has found.
 */
export async function keepOutage(parts: RefundParts, breaker: Breaker): Promise<void> {
  const outage = await parts.uow.read(openOutage);
  const { away } = breaker;
  if (!outage && away) {
    if (await endedSince(parts, away.lastFailureAt)) breaker.reset();
    else await beginOutage(parts, away);
    return;
  }
  if (!outage || away) return;
  const answeredAt = breaker.answeredAt(outage.channel);
  if (answeredAt !== null && answeredAt >= outage.noticedAt) await endOutage(parts, outage);
  else breaker.adopt(outage.channel);
}

function endedSince({ uow }: RefundParts, at: number): Promise<boolean> {
  return uow.read((tx) => tx.existsBy(GatewayOutageEntity, { endedAt: MoreThan(at) }));
}

async function beginOutage(
  { uow, ids, clock, log }: RefundParts,
  away: NonNullable<Breaker['away']>,
): Promise<void> {
  const noticedAt = clock.now();
  const id = ids.next();
  const { channel } = away;
  const startedAt = Math.min(away.since, noticedAt);
  const isFirst = await uow.write(async (tx) => {
    if (await openOutage(tx)) return false;
    await tx
      .createQueryBuilder()
      .insert()
      .into(GatewayOutageEntity)
      .values({ id, channel, startedAt, noticedAt, endedAt: null, openMark: 'open' })
      .orIgnore()
      .updateEntity(false)
      .execute();
    if ((await openOutage(tx))?.id !== id) return false;
    const data = { channel, since: new Date(startedAt).toISOString() };
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'payouts.outage_began',
      resource: 'payouts',
      resourceId: id,
      data,
      at: noticedAt,
    });
    return true;
  });
  if (isFirst) log.error({ channel }, 'the gateway is away: refunds wait in the queue');
}

/** The gateway answers: what was put off meanwhile goes out at once. */
async function endOutage({ uow, ids, clock, log }: RefundParts, outage: GatewayOutageEntity): Promise<void> {
  const endedAt = clock.now();
  await uow.write(async (tx) => {
    const { affected } = await tx.update(
      GatewayOutageEntity,
      { id: outage.id, openMark: 'open' },
      { endedAt, openMark: null },
    );
    if (affected === 0) return;
    await tx.update(
      RefundAttemptEntity,
      { state: 'queued', outcomeCode: In(PUT_OFF_BY_OUTAGE), notBefore: MoreThan(endedAt) },
      { notBefore: endedAt },
    );
    const data = { channel: outage.channel, minutes: Math.ceil((endedAt - outage.startedAt) / 60_000) };
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'payouts.outage_ended',
      resource: 'payouts',
      resourceId: outage.id,
      data,
      at: endedAt,
    });
  });
  log.info({ channel: outage.channel }, 'the gateway answers again: refunds go on');
}

/**
 * Asks the gateway whether it is back, so that an outage ends also when no refund waits to find out. Payouts alone
 * are away only until none waits: nothing else can tell that they work again.
 */
export async function probeGateway(parts: RefundParts, breaker: Breaker): Promise<void> {
  const { uow, clock, gateway } = parts;
  await keepOutage(parts, breaker);
  const { away } = breaker;
  if (!away) return;
  const answer = await gateway.ping();
  const answers = answer.ok || answer.why === 'rate_limited' || answer.why === 'auth';
  breaker.note('question', answers ? 'answered' : 'unreachable', clock.now());
  if (answers && away.channel === 'payout') {
    const waits = await uow.read((tx) =>
      tx.existsBy(RefundAttemptEntity, { state: In(['queued', 'sending', 'unknown']) }),
    );
    if (!waits) breaker.note('payout', 'answered', clock.now());
  }
  await keepOutage(parts, breaker);
}
