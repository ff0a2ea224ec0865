import { In } from 'typeorm';
import { z } from 'zod';
import { isCalendarDate } from '../../domain/calendar-date';
import { NotFound } from '../../domain/errors';
import { forgetCommand, onceFor } from '../../http/commands';
import { exportRoute } from '../../http/export-csv';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, type RouteSpec } from '../../http/route';
import { makeRecordExport } from '../audit';
import type { Breaker } from './breaker';
import { REFUND_COLUMNS } from './export-refunds';
import { GatewayOutageEntity } from './outage.entity';
import { payoutState } from './payout-state';
import { resumePayouts, stopPayouts } from './payout-switch';
import { presentAttempt, presentOutage, presentRefund, presentReversal } from './present-refund';
import { GatewayCallEntity, RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { RefundReversalEntity } from './reversal.entity';
import { reverseRefund } from './reverse-refund';
import { firstToCloseOf, resolveByHand } from './resolve-by-hand';

const REFUNDS: ListDefinition<RefundEntity> = {
  resource: 'refunds',
  entity: RefundEntity,
  fields: {
    claimId: field('claimId'),
    paymentId: field('paymentId'),
    amountMinor: field('amountMinor', 'number'),
    currency: field('currency'),
    state: field('state'),
    source: field('source'),
    operation: field('operation'),
    gatewayRefundId: field('gatewayRefundId', 'number'),
    createdAt: field('createdAt', 'instant'),
    settledAt: field('settledAt', 'instant'),
  },
  defaultSort: ['createdAt', 'DESC'],
};

const OUTAGES: ListDefinition<GatewayOutageEntity> = {
  resource: 'gateway-outages',
  entity: GatewayOutageEntity,
  fields: {
    channel: field('channel'),
    startedAt: field('startedAt', 'instant'),
    endedAt: field('endedAt', 'instant'),
  },
  defaultSort: ['startedAt', 'DESC'],
};

const reason = z.string().trim().min(1).max(1000);
const commandId = z.string().min(1).max(100).optional();
const ReasonBody = z.strictObject({ reason, commandId });
const ResolveBody = z.strictObject({
  mode: z.enum(['query', 'found', 'not_executed']),
  gatewayTransactionId: z.number().int().positive().optional(),
  reason,
  commandId,
});

const ReverseBody = z.strictObject({
  version: z.int32(),
  commandId: z.string().min(1).max(100),
  reversedOn: z.string().refine(isCalendarDate, 'is no date YYYY-MM-DD'),
  reference: z.string().trim().min(1).max(200).nullish(),
  documentId: z.string().min(1).max(36).nullish(),
  reason,
});

export function refundRoutes(parts: RefundParts, breaker: Breaker): RouteSpec[] {
  const { uow } = parts;
  return [
    exportRoute({
      uow,
      record: makeRecordExport(parts),
      definition: REFUNDS,
      access: 'refunds.export',
      columns: REFUND_COLUMNS,
    }),
    {
      method: 'get',
      path: '/api/refunds',
      access: 'refunds.read',
      summary: 'Money on its way back, ours and made in the cabinet',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, REFUNDS, req));
        sendPage(res, 'refunds', page, page.rows.map(presentRefund));
      },
    },
    {
      method: 'get',
      path: '/api/refunds/:id',
      access: 'refunds.read',
      summary: 'One refund with its attempts and calls',
      handler: async (req, res) => {
        res.json(await oneRefund(parts, String(req.params.id)));
      },
    },
    {
      method: 'post',
      path: '/api/refunds/:id/resolve',
      access: 'refunds.resolve',
      summary: 'Settle an open end: ask the gateway, name what was found, or close as not executed',
      body: ResolveBody,
      handler: async (req, res) => {
        const refundId = String(req.params.id);
        const { commandId: command, ...body } = ResolveBody.parse(req.body);
        const actorId = actorOf(req).id;
        await oncePerCommand(parts, { command, actorId, action: `refund.resolve:${refundId}` }, () =>
          resolveByHand(parts, breaker, { refundId, ...body, actorId }),
        );
        res.json(await oneRefund(parts, refundId));
      },
    },
    {
      method: 'post',
      path: '/api/refunds/:id/reverse',
      access: 'refunds.reverse',
      summary: 'The bank has sent settled money back: the sum is free, the claim is open again',
      body: ReverseBody,
      handler: async (req, res) => {
        const refundId = String(req.params.id);
        const { commandId: command, ...body } = ReverseBody.parse(req.body);
        const actorId = actorOf(req).id;
        const order = {
          commandId: command,
          actorId,
          action: `refund.reverse:${refundId}`,
          now: parts.clock.now(),
        };
        await uow.write((tx) =>
          onceFor(tx, order, async () => {
            await reverseRefund(tx, parts, { refundId, ...body, actorId });
            return { status: 200, body: {} };
          }),
        );
        res.json(await oneRefund(parts, refundId));
      },
    },
    {
      method: 'get',
      path: '/api/payouts',
      access: 'refunds.read',
      summary: 'Whether money may leave, and why not',
      handler: async (_req, res) => {
        res.json(await uow.read((tx) => payoutState(tx, parts, breaker)));
      },
    },
    {
      method: 'get',
      path: '/api/gateway-outages',
      access: 'refunds.read',
      summary: 'When the gateway was away, the latest first',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, OUTAGES, req));
        sendPage(res, 'gateway-outages', page, page.rows.map(presentOutage));
      },
    },
    {
      method: 'post',
      path: '/api/payouts/stop',
      access: 'payouts.stop',
      summary: 'Stop all payouts now',
      body: ReasonBody,
      handler: async (req, res) => {
        const body = ReasonBody.parse(req.body);
        const actorId = actorOf(req).id;
        const answer = await switchPayouts(parts, { ...body, actorId, action: 'payouts.stop' }, stopPayouts);
        res.json(answer);
      },
    },
    {
      method: 'post',
      path: '/api/payouts/resume',
      access: 'payouts.stop',
      summary: 'Let payouts go on; a second person must ask too',
      body: ReasonBody,
      handler: async (req, res) => {
        const body = ReasonBody.parse(req.body);
        const actorId = actorOf(req).id;
        const answer = await switchPayouts(
          parts,
          { ...body, actorId, action: 'payouts.resume' },
          resumePayouts,
        );
        res.json(answer);
      },
    },
  ];
}

/** Turns the switch; a repeated command gets the first answer. */
async function switchPayouts(
  parts: RefundParts,
  order: { reason: string; commandId?: string | undefined; actorId: string; action: string },
  turn: typeof resumePayouts,
): Promise<unknown> {
  const { reason: why, commandId: command, actorId, action } = order;
  return parts.uow.write(async (tx) => {
    const act = async () => {
      const stop = await turn(tx, parts, why, actorId);
      return { status: 200, body: { stopped: stop !== null, ...stop } };
    };
    if (command === undefined) return (await act()).body;
    const now = parts.clock.now();
    return (await onceFor(tx, { commandId: command, actorId, action, now }, act)).body;
  });
}

/**
 * For acts that ask the gateway, so that no transaction can hold act and memory together: the id is taken first,
 * and given back when the act fails, so that the same command works once the gateway answers again.
 */
async function oncePerCommand(
  { uow, clock }: RefundParts,
  order: { command: string | undefined; actorId: string; action: string },
  act: () => Promise<unknown>,
): Promise<void> {
  const { command: commandId, ...who } = order;
  if (commandId === undefined) {
    await act();
    return;
  }
  const isFirst = await uow.write(async (tx) => {
    let first = false;
    await onceFor(tx, { commandId, ...who, now: clock.now() }, () => {
      first = true;
      return Promise.resolve({ status: 200, body: {} });
    });
    return first;
  });
  if (!isFirst) return;
  try {
    await act();
  } catch (error) {
    await uow.write((tx) => forgetCommand(tx, commandId));
    throw error;
  }
}

async function oneRefund({ uow }: RefundParts, id: string) {
  return uow.read(async (tx) => {
    const refund = await tx.findOneBy(RefundEntity, { id });
    if (!refund) throw new NotFound('No such refund');
    const attempts = await tx.find(RefundAttemptEntity, {
      where: { refundId: id },
      order: { number: 'ASC' },
    });
    const calls = attempts.length
      ? await tx.find(GatewayCallEntity, {
          where: { attemptId: In(attempts.map((attempt) => attempt.id)) },
          order: { startedAt: 'ASC' },
        })
      : [];
    const last = attempts.at(-1);
    return {
      ...presentRefund(refund),
      reversal: presentReversal(await tx.findOneBy(RefundReversalEntity, { refundId: id })),
      notExecutedById: last ? await firstToCloseOf(tx, last.id) : null,
      attempts: attempts.map((attempt) =>
        presentAttempt(
          attempt,
          calls.filter(({ attemptId }) => attemptId === attempt.id),
        ),
      ),
    };
  });
}
