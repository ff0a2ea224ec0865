import { z } from 'zod';
import { almatyDate } from '../../domain/almaty-time';
import { IllegalMove, NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { field, listPage, sendPage, type ListDefinition } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { recordEvent } from '../audit';
import { enqueue } from '../jobs';
import { MessageEntity } from './message.entity';
import { markPrinted } from './mark-printed';
import type { MessageParts } from './message-parts';
import { presentMessages } from './present-message';
import { SEND_JOB } from './queue-message';
import { openLetter } from './sealed-letter';

const LIST: ListDefinition<MessageEntity> = {
  resource: 'messages',
  entity: MessageEntity,
  fields: {
    claimId: field('claimId'),
    direction: field('direction'),
    kind: field('kind'),
    state: field('state'),
    language: field('language'),
    automatic: field('automatic', 'boolean'),
    authorId: field('authorId'),
    createdAt: field('createdAt', 'instant'),
    sentAt: field('sentAt', 'instant'),
  },
  defaultSort: ['createdAt', 'ASC'],
};

const Command = z.strictObject({ commandId: z.string().min(1).max(100) });

/** Letters in and out, for those who may read them; sending again and printing for those who work on claims. */
export function messageRoutes(parts: MessageParts): RouteSpec[] {
  const { uow, clock, ids, vault } = parts;
  return [
    {
      method: 'get',
      path: '/api/messages',
      access: 'messages.read',
      summary: 'Letters of claims, in and out',
      handler: async (req, res) => {
        const { page, rows } = await uow.read(async (tx) => {
          const found = await listPage(tx, LIST, req);
          return { page: found, rows: await presentMessages(tx, parts, found.rows, actorOf(req).role) };
        });
        sendPage(res, 'messages', page, rows);
      },
    },
    {
      method: 'get',
      path: '/api/messages/:id',
      access: 'messages.read',
      summary: 'One letter',
      handler: async (req, res) => {
        const [row] = await uow.read(async (tx) => {
          const message = await tx.findOneBy(MessageEntity, { id: String(req.params.id) });
          return message ? presentMessages(tx, parts, [message], actorOf(req).role) : [];
        });
        if (!row) throw new NotFound('No such message');
        res.json(row);
      },
    },
    {
      method: 'get',
      path: '/api/messages/:id/print',
      access: 'messages.retry',
      summary: 'The letter as PDF for the envelope; printing one that waits for it counts as sending',
      handler: async (req, res) => {
        const id = String(req.params.id);
        const found = await uow.read(async (tx) => {
          const message = await tx.findOneBy(MessageEntity, { id, direction: 'out' });
          if (!message?.claimId) return null;
          const keys = await parts.claimKeysOf(tx, [message.claimId]);
          return { message, letter: openLetter(vault, message, keys.get(message.claimId)) };
        });
        if (!found?.letter) throw new NotFound('No such letter');
        const { message, letter } = found;
        const pdf = await parts.letterPdf({
          language: message.language ?? 'kk',
          addressee: [letter.toName ?? '', letter.to ?? ''].filter((line) => line !== ''),
          date: almatyDate(message.createdAt),
          subject: letter.subject ?? '',
          text: letter.text,
          at: message.createdAt,
        });
        await uow.write((tx) => markPrinted(tx, parts, message, originOf(req)));
        res.setHeader('Cache-Control', 'no-store');
        res.attachment('letter.pdf').type('application/pdf').send(pdf);
      },
    },
    {
      method: 'post',
      path: '/api/messages/:id/retry',
      access: 'messages.retry',
      summary: 'Send a letter again that the mail server did not take',
      body: Command,
      handler: async (req, res) => {
        const { commandId } = Command.parse(req.body);
        const id = String(req.params.id);
        const answer = await uow.write((tx) => {
          const now = clock.now();
          const command = { commandId, actorId: actorOf(req).id, action: `message.retry:${id}`, now };
          return onceFor(tx, command, async () => {
            const message = await tx.findOneBy(MessageEntity, { id });
            if (!message) throw new NotFound('No such message');
            const { affected } = await tx.update(
              MessageEntity,
              { id, state: 'failed' },
              { state: 'queued', tries: 0 },
            );
            if (affected === 0)
              throw new IllegalMove('Only a letter that failed is sent again', {
                current: message.state,
                move: 'retry',
              });
            const dedupKey = `message:${id}:${ids.next()}`;
            await enqueue(tx, ids, { kind: SEND_JOB, dedupKey, payload: { id }, runAt: now, now });
            await recordEvent(tx, ids, {
              ...originOf(req),
              action: 'message.retried',
              resource: 'messages',
              resourceId: id,
              claimId: message.claimId,
              at: now,
            });
            const [body] = await presentMessages(
              tx,
              parts,
              [{ ...message, state: 'queued', tries: 0 }],
              actorOf(req).role,
            );
            return { status: 200, body };
          });
        });
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
