import { z } from 'zod';
import { AUTHORITY_CODE } from '../../domain/authority-terms';
import { isCalendarDate } from '../../domain/calendar-date';
import {
  ASKABLE_ITEMS,
  CHANNELS,
  CLAIM_KINDS,
  GOODS_STATES,
  LANGUAGES,
  REASON_CODES,
} from '../../domain/claim';
import { CURRENCIES } from '../../domain/money';
import { checkPhone } from '../../domain/phone';
import { oneLine } from '../../http/one-line';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.string().min(1).max(36);
const commandId = z.string().min(1).max(100);
const positiveMinor = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const day = z.string().refine(isCalendarDate, 'is no date YYYY-MM-DD');
const instant = z.iso.datetime({ offset: true });
const orderNumber = oneLine(64);

/** Law No. 274-IV on the protection of consumer rights is of 4 May 2010; nobody can demand by it earlier. */
const LAW_OF = Date.parse('2010-05-04T00:00:00+06:00');
const demandMoment = instant.refine((text) => Date.parse(text) >= LAW_OF, 'lies before the law');

/** A telephone number as people write it, kept as E.164. */
const phone = z
  .string()
  .max(40)
  .transform((value, context) => {
    const checked = checkPhone(value.trim());
    if (checked.ok) return checked.value.e164;
    context.addIssue({ code: 'custom', message: 'is no telephone number' });
    return z.NEVER;
  });
const emptyAsNull = (value: unknown) => (value === '' ? null : value);
const email = z.preprocess(emptyAsNull, z.email().max(254).toLowerCase().nullish());
const optionalPhone = z.preprocess(emptyAsNull, phone.nullish());

const PartyBody = z.strictObject({
  name: oneLine(200),
  email,
  phone: optionalPhone,
  authorityProved: z.boolean().optional(),
});

const LineBody = z.strictObject({
  id: id.optional(),
  orderLineId: id.nullish(),
  title: oneLine(300).optional(),
  quantity: z.number().int().min(1).max(100_000).optional(),
  unitMinor: minor.optional(),
  discountMinor: minor.optional(),
  askedMinor: minor.optional(),
  approvedMinor: z.unknown().optional(),
  reasonCode: z.enum(REASON_CODES).nullish(),
  goods: z.enum(GOODS_STATES).optional(),
});
const lines = z.array(LineBody).max(500);

export const CreateBody = z.strictObject({
  kind: z.enum(CLAIM_KINDS),
  channel: z.enum(CHANNELS),
  language: z.enum(LANGUAGES),
  customer: z.strictObject({ name: oneLine(200), email, phone: optionalPhone }),
  payer: PartyBody.nullish(),
  representative: PartyBody.nullish(),
  orderNumber: orderNumber.nullish(),
  requestedMinor: positiveMinor.nullish(),
  currency: z.enum(CURRENCIES).default('KZT'),
  handedOverOn: day.nullish(),
  lines: lines.optional(),
  demandedAt: demandMoment.nullish(),
  demandedReason: text(500).nullish(),
  commandId,
});
export type CreateInput = z.output<typeof CreateBody>;

/** Fields of a presented claim that a form sends back; `PUT` takes and ignores them. */
const READ_ONLY = [
  'id', 'number', 'state', 'channel', 'languageSource', 'customerId', 'customer', 'orderId', 'approvedMinor', 'currency',
  'demandedAt', 'demandedReason', 'completeAt', 'obligations', 'dueOn', 'dueAt', 'latestSafeAt', 'assigneeId',
  'missing', 'checklist', 'verdict', 'proposal', 'approvedById', 'approvedAt', 'payoutFailure', 'duplicateOfId',
  'refunds', 'provisional', 'moneyDemandedAt', 'reopenedAt', 'chargedBackAt', 'heldAt', 'tasks', 'authorityRequests', 'waiting', 'earlierObligations', 'createdAt', 'updatedAt', 'closedAt', 'orderDetails', 'paymentCandidates', 'duplicates',
] as const; // prettier-ignore

export const UpdateBody = z.strictObject({
  version: z.int32(),
  kind: z.enum(CLAIM_KINDS).optional(),
  language: z.enum(LANGUAGES).optional(),
  orderNumber: orderNumber.nullish(),
  paymentId: id.nullish(),
  requestedMinor: positiveMinor.nullish(),
  handedOverOn: day.nullish(),
  lines: lines.optional(),
  payer: PartyBody.nullish(),
  representative: PartyBody.nullish(),
  ...Object.fromEntries(READ_ONLY.map((name) => [name, z.unknown().optional()])),
});
export type UpdateInput = z.output<typeof UpdateBody>;

const verb = { version: z.int32(), commandId };
const reason = text(2000);
const note = z.string().trim().max(4000).default('');
const decision = { reasonCode: z.enum(REASON_CODES), note };
const proposalHash = z.string().min(1).max(64);

export const NextBody = z.strictObject({ commandId });
export const AssignBody = z.strictObject({ ...verb, assigneeId: id.nullable() });
export const DocumentsBody = z.strictObject({ version: z.coerce.number().int(), commandId });
export const RequestDocumentsBody = z.strictObject({
  ...verb,
  items: z.array(z.enum(ASKABLE_ITEMS)).min(1).max(5),
  note,
});
export const CheckBody = z.strictObject({ ...verb, item: text(40), ok: z.boolean(), note });
export const ProposeBody = z.strictObject({
  ...verb,
  outcome: z.enum(['refund', 'reject']),
  refunds: z
    .array(
      z.strictObject({ paymentId: id, amountMinor: positiveMinor, lines: z.array(id).max(500).optional() }),
    )
    .max(20)
    .default([]),
  ...decision,
});
export type ProposeInput = z.output<typeof ProposeBody>;
export const ApproveBody = z.strictObject({ ...verb, proposalHash });
export const ReasonBody = z.strictObject({ ...verb, reason });
export const CorrectReceivedBody = z.strictObject({ ...verb, demandedAt: demandMoment, reason });
export const ChargebackBody = z.strictObject({ ...verb, happened: z.boolean(), reason });
export const AuthorityRequestBody = z.strictObject({
  ...verb,
  code: z.string().regex(AUTHORITY_CODE),
  receivedAt: instant,
  reference: text(200),
  reason,
});
export const AuthorityAnswerBody = z.strictObject({
  ...verb,
  requestId: id,
  answeredAt: instant,
  reference: text(200),
  note: text(4000),
  documentId: id.nullish(),
});
export const AuthorityCorrectionBody = z.strictObject({
  ...verb,
  requestId: id,
  receivedAt: instant.optional(),
  /** Null: the answer did not reach the authority, so it is owed again. */
  answeredAt: instant.nullish(),
  /** True: the authority took it back, or it was recorded by mistake. */
  withdrawn: z.boolean().optional(),
  reason,
});
export const LegalHoldBody = z.strictObject({ ...verb, held: z.boolean(), reason });
export const TaskDoneBody = z.strictObject({ ...verb, taskId: id, note });
export const CloseWaitingBody = z.strictObject({ ...verb, note });
export const RejectBody = z.strictObject({ ...verb, ...decision });
export const DuplicateBody = z.strictObject({ ...verb, ofClaimId: id });
export const ReplyBody = z.strictObject({
  ...verb,
  text: text(20_000),
  documentIds: z.array(id).max(20).default([]),
});
export const ExplainPaymentBody = z.strictObject({ ...verb, paymentId: id });
export const NoteBody = z.strictObject({ ...verb, text: text(20_000) });
export const GoodsBody = z.strictObject({ ...verb, lineId: id, goods: z.enum(GOODS_STATES) });
export const BatchBody = z.strictObject({
  commandId,
  items: z
    .array(z.strictObject({ id, version: z.int32(), proposalHash }))
    .min(1)
    .max(100),
});
