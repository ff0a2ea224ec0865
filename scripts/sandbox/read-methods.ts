import { randomUUID } from 'node:crypto';
import { integer, text } from './params';
import { presentOperation } from './present';
import { refused, type CallContext, type Method, type Result } from './results';
import { OPERATION_STATUSES, type Operation } from './types';

const PAGE_ROWS = 100;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Zone codes of the gateway in hours; it still counts Almaty as +6, which the law left in 2024. */
const ZONES: Readonly<Record<string, number>> = { UTC: 0, MSK: 3, ALMT: 6 };

export const test: Method = () => ({ answer: { Success: true, Message: randomUUID() } });

export const get: Method = (context) => {
  const found = context.world.operations.get(integer(context.params.TransactionId) ?? 0);
  return found ? one(context, found) : refused('Not found');
};

/** The last payment of an invoice. */
export const find: Method = (context) => findWhere(context, (operation) => operation.type === 0);

/** The last operation of an invoice: after a refund that is the refund. */
export const findV2: Method = (context) => findWhere(context, () => true);

/** Everything created on one day. */
export const list: Method = (context) => {
  const zoneHours = ZONES[text(context.params.TimeZone) ?? 'UTC'];
  const date = text(context.params.Date) ?? '';
  const startsAt = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (zoneHours === undefined) return refused('TimeZone is unknown');
  if (Number.isNaN(startsAt)) return refused('Date is required');
  const from = startsAt - zoneHours * 60 * MINUTE_MS;
  return many(context, inRange(context, from, from + DAY_MS - 1));
};

/** A hundred rows a page, oldest first, between two instants, both included. */
export const listV2: Method = (context) => {
  const { params, pageShift } = context;
  const from = instant(params.CreatedDateGte);
  const to = instant(params.CreatedDateLte);
  const page = integer(params.PageNumber);
  const statuses = statusFilter(params.Statuses);
  if (from === null || to === null) return refused('CreatedDateGte and CreatedDateLte are required');
  if (page === null || page < 1) return refused('PageNumber is required');
  if (statuses === null) return refused('Statuses are unknown');
  const rows = inRange(context, from, to).filter(({ status }) => statuses.includes(status));
  const start = Math.max(0, (page - 1) * PAGE_ROWS + pageShift);
  return many(context, rows.slice(start, start + PAGE_ROWS));
};

function findWhere(context: CallContext, matches: (operation: Operation) => boolean): Result {
  const invoiceId = text(context.params.InvoiceId);
  if (invoiceId === null) return refused('InvoiceId is required');
  const found = [...context.world.operations.values()]
    .filter((operation) => operation.invoiceId === invoiceId && matches(operation))
    .sort(byCreation)
    .at(-1);
  return found ? one(context, found) : refused('Not found');
}

/** A declined payment comes with its model and `Success: false`. */
function one({ publicId }: CallContext, found: Operation): Result {
  const Model = presentOperation(found, publicId);
  return { answer: { Success: found.status !== 'Declined', Message: null, Model } };
}

function many({ publicId }: CallContext, rows: Operation[]): Result {
  const Model = rows.map((row) => presentOperation(row, publicId));
  return { answer: { Success: true, Message: null, Model } };
}

function inRange({ world, now, lagMinutes }: CallContext, from: number, to: number): Operation[] {
  const newest = now - lagMinutes * MINUTE_MS;
  return [...world.operations.values()]
    .filter(({ createdAt, visibleFrom }) => createdAt >= from && createdAt <= to && visibleFrom <= now)
    .filter(({ createdAt }) => lagMinutes === 0 || createdAt <= newest)
    .sort(byCreation);
}

function byCreation(a: Operation, b: Operation): number {
  return a.createdAt - b.createdAt || a.id - b.id;
}

/** An ISO instant with `Z` or an offset. */
function instant(value: unknown): number | null {
  const iso = text(value);
  if (iso === null || !/T.*(Z|[+-]\d{2}:?\d{2})$/.test(iso)) return null;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

function statusFilter(value: unknown): readonly string[] | null {
  if (value === undefined || value === null || value === '') return OPERATION_STATUSES;
  const named: unknown = typeof value === 'string' ? value.split(/[\s,[\]"]+/).filter(Boolean) : value;
  if (!Array.isArray(named)) return null;
  const known = named.filter((name): name is string => OPERATION_STATUSES.includes(name as never));
  return known.length === named.length ? known : null;
}
