import { z } from 'zod';
import { IllegalMove, NotFound, StaleVersion } from '../../domain/errors';
import { withoutCardNumbers } from '../../domain/mail-text';
import { maskedText } from '../../domain/masked-text';
import type { Role } from '../../domain/permissions';
import { onceFor } from '../../http/commands';
import { exportRoute } from '../../http/export-csv';
import { field, listPage, sendPage, type ListDefinition } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { makeRecordExport, recordEvent } from '../audit';
import { claimPeopleOf } from '../claims';
import { PaymentEntity } from '../payments';
import { isAnswerable } from './answer-question';
import { answerRoutes } from './answer.routes';
import { LEDGER_COLUMNS } from './export-ledger';
import { failedPaymentsAsked } from './failed-payment';
import { makeFileMail } from './file-mail';
import type { IntakeParts } from './intake-parts';
import { MailLedgerEntity, type MailOutcome } from './mail-ledger.entity';
import { presentFailed, presentLedger } from './present-ledger';

const LIST: ListDefinition<MailLedgerEntity> = {
  resource: 'mail-ledger',
  entity: MailLedgerEntity,
  fields: {
    receivedAt: field('receivedAt', 'instant'),
    envelopeFrom: field('envelopeFrom'),
    messageId: field('messageId'),
    subject: field('subject'),
    outcome: field('outcome'),
    reason: field('reason'),
    claimId: field('claimId'),
    paymentId: field('paymentId'),
    answerId: field('answerId'),
    sha256: field('sha256'),
    sizeBytes: field('sizeBytes', 'number'),
    createdAt: field('createdAt', 'instant'),
  },
  search: (query, text) => {
    const wanted = text.trim();
    query.andWhere(
      "(row.envelopeFrom = :mailFrom OR row.messageId = :mailId OR row.subject LIKE :mailSubject ESCAPE '\\')",
      {
        mailFrom: wanted.toLowerCase(),
        mailId: wanted,
        mailSubject: `%${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
      },
    );
  },
  defaultSort: ['receivedAt', 'DESC'],
};

const Rerun = z.strictObject({
  version: z.int32(),
  commandId: z.string().min(1).max(100),
  as: z.enum(['auto', 'new_claim']).default('auto'),
});

/** What has no claim yet may be looked at again; a claim is never opened twice from one message. */
const RERUNNABLE: readonly MailOutcome[] = ['quarantined', 'question', 'not_a_claim', 'auto_reply'];

/** The mail ledger: every message with its outcome; what was not understood can be run again. */
export function intakeRoutes(parts: IntakeParts): RouteSpec[] {
  const { uow, files, clock, ids } = parts;
  const fileMail = makeFileMail(parts);

  async function find(id: unknown): Promise<MailLedgerEntity> {
    const row = await uow.read((tx) => tx.findOneBy(MailLedgerEntity, { id: String(id) }));
    if (!row) throw new NotFound('No such message');
    return row;
  }
  async function findRaw(id: unknown): Promise<MailLedgerEntity> {
    const row = await find(id);
    if (row.erasedAt !== null) throw new NotFound('The message was erased', { problem: 'erased' });
    return row;
  }
  /** Names that an auditor does not read, by claim; for everybody else nothing is looked up. */
  async function peopleFor(role: Role, rows: MailLedgerEntity[]): Promise<Map<string, string[]>> {
    const claimIds = role === 'auditor' ? rows.flatMap(({ claimId }) => claimId ?? []) : [];
    return uow.read((tx) => claimPeopleOf(tx, claimIds));
  }

  return [
    ...answerRoutes(parts),
    exportRoute({
      uow,
      record: makeRecordExport(parts),
      definition: LIST,
      access: 'mail-ledger.export',
      columns: LEDGER_COLUMNS,
    }),
    {
      method: 'get',
      path: '/api/mail-ledger',
      access: 'mail-ledger.read',
      summary: 'Every message that reached the shop, with its one outcome',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, LIST, req));
        const { role } = actorOf(req);
        const people = await peopleFor(role, page.rows);
        sendPage(
          res,
          'mail-ledger',
          page,
          page.rows.map((row) => presentLedger(row, role, people.get(row.claimId ?? ''))),
        );
      },
    },
    {
      method: 'get',
      path: '/api/mail-ledger/:id',
      access: 'mail-ledger.read',
      summary: 'One message of the ledger; a question with the payments that failed and may be meant',
      handler: async (req, res) => {
        const row = await find(req.params.id);
        const failed = await uow.read(async (tx) => {
          if (!isAnswerable(row)) return [];
          const { paymentId } = row;
          const matched = paymentId === null ? null : await tx.findOneBy(PaymentEntity, { id: paymentId });
          return failedPaymentsAsked(tx, row, matched);
        });
        const failedPayments = failed.map(presentFailed);
        const { role } = actorOf(req);
        const people = await peopleFor(role, [row]);
        res.json({ ...presentLedger(row, role, people.get(row.claimId ?? '')), failedPayments });
      },
    },
    {
      method: 'get',
      path: '/api/mail-ledger/:id/text',
      access: 'messages.read',
      summary: 'What the message says, opened from its seal; each reading is audited',
      handler: async (req, res) => {
        const row = await findRaw(req.params.id);
        const read = await parts.mailReader.read(await files.read(row));
        await uow.write((tx) =>
          recordEvent(tx, ids, {
            ...originOf(req),
            action: 'mail.read',
            resource: 'mail-ledger',
            resourceId: row.id,
            claimId: row.claimId,
            at: clock.now(),
          }),
        );
        res.setHeader('Cache-Control', 'no-store');
        if (read.problem !== null) res.json({ problem: read.problem });
        else {
          const { from, subject, text, attachments } = read.mail;
          const { role } = actorOf(req);
          const people = await peopleFor(role, [row]);
          const names = [from.name, ...(people.get(row.claimId ?? '') ?? [])];
          const hidden = (words: string) => maskedText(words, role, names);
          res.json({
            problem: null,
            from: { name: hidden(from.name), address: hidden(from.address) },
            subject: hidden(withoutCardNumbers(subject)),
            text: hidden(withoutCardNumbers(text)),
            attachments: attachments.map(({ name, contentType, content }) => ({
              name,
              contentType,
              sizeBytes: content.length,
            })),
          });
        }
      },
    },
    {
      method: 'get',
      path: '/api/mail-ledger/:id/original',
      access: 'mail-ledger.original',
      summary: 'The message as it arrived, byte for byte; each download is audited',
      handler: async (req, res) => {
        const row = await findRaw(req.params.id);
        const raw = await files.read(row);
        await uow.write((tx) =>
          recordEvent(tx, ids, {
            ...originOf(req),
            action: 'mail.downloaded',
            resource: 'mail-ledger',
            resourceId: row.id,
            claimId: row.claimId,
            data: { sha256: row.sha256 },
            at: clock.now(),
          }),
        );
        res.attachment(`${row.id}.eml`);
        // Never shown in place: a stranger wrote it.
        res.type('application/octet-stream').setHeader('Cache-Control', 'no-store');
        res.send(raw);
      },
    },
    {
      method: 'post',
      path: '/api/mail-ledger/:id/rerun',
      access: 'mail-ledger.rerun',
      summary: 'Look at a message again, or take it as a demand whatever the rules think',
      body: Rerun,
      handler: async (req, res) => {
        const { version, commandId, as } = Rerun.parse(req.body);
        const row = await findRaw(req.params.id);
        const raw = await files.read(row);
        const command = {
          commandId,
          actorId: actorOf(req).id,
          action: `mail.rerun:${row.id}`,
          now: clock.now(),
        };
        const { role } = actorOf(req);
        let answer: { status: number; body: unknown } = { status: 200, body: presentLedger(row, role) };
        await fileMail(
          { ...row, envelopeTo: [], raw, ledgerId: row.id, stored: row, existing: row },
          {
            force: as === 'new_claim' ? 'new_claim' : null,
            around: async (tx, act) => {
              answer = await onceFor(tx, command, async () => {
                if (row.version !== version)
                  throw new StaleVersion('The message was run again meanwhile', { current: row.version });
                if (!RERUNNABLE.includes(row.outcome))
                  throw new IllegalMove('The message has its claim', { current: row.outcome, move: 'rerun' });
                await act();
                const after = await tx.findOneByOrFail(MailLedgerEntity, { id: row.id });
                await recordEvent(tx, ids, {
                  ...originOf(req),
                  action: 'mail.rerun',
                  resource: 'mail-ledger',
                  resourceId: row.id,
                  claimId: after.claimId,
                  data: { from: row.outcome, to: after.outcome, as },
                  at: clock.now(),
                });
                return { status: 200, body: presentLedger(after, role) };
              });
            },
          },
        );
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
