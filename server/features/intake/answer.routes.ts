import { z } from 'zod';
import { LANGUAGES } from '../../domain/claim';
import { NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { recordEvent } from '../audit';
import { writeDeclineAnswer } from '../letters';
import { answerQuestion, openQuestion, questionOf } from './answer-question';
import type { IntakeParts } from './intake-parts';
import { MailLedgerEntity } from './mail-ledger.entity';
import { presentLedger } from './present-ledger';

const paymentId = z.string().min(1).max(36);
const Preview = z.strictObject({ paymentId });
const Answer = z.strictObject({ version: z.int32(), commandId: z.string().min(1).max(100), paymentId });

/** Questions about payments that failed are answered from the ledger: no claim is opened for them. */
export function answerRoutes(parts: IntakeParts): RouteSpec[] {
  const { uow, clock, ids } = parts;
  const find = async (id: unknown): Promise<MailLedgerEntity> => {
    const row = await uow.read((tx) => tx.findOneBy(MailLedgerEntity, { id: String(id) }));
    if (!row) throw new NotFound('No such message');
    return row;
  };
  return [
    {
      method: 'post',
      path: '/api/mail-ledger/:id/answer-preview',
      access: 'mail-ledger.answer',
      summary: 'The answer why a payment failed as it would be sent, in each language; nothing is sent',
      body: Preview,
      handler: async (req, res) => {
        const asked = Preview.parse(req.body);
        const mail = await openQuestion(parts, await find(req.params.id));
        const answer = await uow.read(async (tx) => {
          const question = await questionOf(tx, mail, asked.paymentId);
          const letters = [];
          for (const language of LANGUAGES) {
            const { subject, text } = await writeDeclineAnswer(tx, { ...question, languages: [language] });
            letters.push({ language, subject, text });
          }
          return { to: mail.from.address, sends: question.languages, withBlank: false, letters };
        });
        res.setHeader('Cache-Control', 'no-store');
        res.json(answer);
      },
    },
    {
      method: 'post',
      path: '/api/mail-ledger/:id/answer',
      access: 'mail-ledger.answer',
      summary: 'Write to the sender why the payment failed, once a question',
      body: Answer,
      handler: async (req, res) => {
        const { commandId, ...asked } = Answer.parse(req.body);
        const actor = actorOf(req);
        const row = await find(req.params.id);
        const command = { commandId, actorId: actor.id, action: `mail.answer:${row.id}`, now: clock.now() };
        // Opened before the transaction; a repeated command finds the question answered and needs no letter.
        const mail = row.answerId === null ? await openQuestion(parts, row) : null;
        const answer = await uow.write((tx) =>
          onceFor(tx, command, async () => {
            const after = await answerQuestion(tx, parts, row, mail ?? (await openQuestion(parts, row)), {
              ...asked,
              authorId: actor.id,
            });
            await recordEvent(tx, ids, {
              ...originOf(req),
              action: 'mail.answered',
              resource: 'mail-ledger',
              resourceId: row.id,
              data: { paymentId: asked.paymentId, messageId: after.answerId },
              at: clock.now(),
            });
            return { status: 200, body: presentLedger(after, actor.role) };
          }),
        );
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
