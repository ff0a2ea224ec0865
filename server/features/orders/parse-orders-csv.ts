import { type CsvError, parse } from 'csv-parse/sync';
import { startOfDay } from '../../domain/almaty-time';
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date';
import { InvalidInput } from '../../domain/errors';
import { parseMoney } from '../../domain/money-text';
import { Unreadable } from '../../http/http-errors';
import { orderTotal } from './order-total';
import { OrderBody, type OrderInput } from './orders.schema';

/** Columns of docs/orders-csv.md; `true` for those that must be there. */
const COLUMNS: Record<string, boolean> = {
  number: true,
  placed_at: true,
  customer_name: true,
  customer_email: false,
  customer_phone: false,
  currency: false,
  delivery_fee: false,
  order_discount: false,
  handed_over_on: false,
  line_title: true,
  quantity: true,
  unit_price: true,
  line_discount: false,
  category: false,
  individually_defined: false,
};
const ORDER_COLUMNS = [
  'placed_at',
  'customer_name',
  'customer_email',
  'customer_phone',
  'currency',
  'delivery_fee',
  'order_discount',
  'handed_over_on',
];
const MAX_ROWS = 50_000;
const MAX_FAULTS = 100;
const MAX_TITLE = 300;

/** What can be wrong; stable, so that a screen can say in its own language how to mend it. */
export type FaultCode =
  | 'broken'
  | 'no_header'
  | 'no_rows'
  | 'too_many_rows'
  | 'unknown_column'
  | 'missing_column'
  | 'column_twice'
  | 'cell_count'
  | 'differs'
  | 'empty'
  | 'too_long'
  | 'number'
  | 'instant'
  | 'date'
  | 'future'
  | 'email'
  | 'currency'
  | 'quantity'
  | 'sum'
  | 'category'
  | 'flag'
  | 'discount'
  | 'too_many_lines'
  | 'invalid';

/** One fault of the file: `row` counts lines of the file from 1, the header being 1. */
export interface CsvFault {
  row: number;
  column: string;
  code: FaultCode;
  /** Facts of the fault: `wanted`, `found`, `max`, `first` (a row). */
  params?: Record<string, string | number>;
  message: string;
}

interface Row {
  values: Record<string, string>;
  row: number;
}

/**
 * Reads a file of order lines; rows with the same number are one order.
 *
 * @param today - the day in Almaty; nothing is handed over after it
 * @throws Unreadable when it is no UTF-8 or no CSV; InvalidInput with every fault in `rows` (and in `errors`
 * as `<row>.<column>`) otherwise
 */
export function parseOrdersCsv(bytes: Buffer, today: CalendarDate): OrderInput[] {
  const rows = readRows(decode(bytes));
  const faults: CsvFault[] = [];
  const orders: OrderInput[] = [];
  for (const group of groupByNumber(rows, faults)) {
    const order = readOrder(group, faults);
    if (!order) continue;
    if (order.handedOverOn && order.handedOverOn > today) faults.push(notYet(group));
    orders.push(order);
  }
  if (faults.length > 0) throw faulty(faults);
  return orders;
}

function decode(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Unreadable('The file holds a NUL character');
    return text;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('The file is not UTF-8; save it as "CSV UTF-8"', { cause: 'encoding' });
  }
}

function readRows(text: string): Row[] {
  const header = text.slice(0, Math.max(text.indexOf('\n'), 0) || undefined);
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as never;
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    const row = lines ?? 1;
    throw faulty([{ row, column: '', code: 'broken', message: message.slice(0, 200) }]);
  }
  const [names, ...body] = records.map(({ record, info }) => ({ cells: record, row: info.lines }));
  if (!names) throw faulty([{ row: 1, column: '', code: 'no_header', message: 'The file is empty' }]);
  assertHeader(names.cells);
  if (body.length === 0)
    throw faulty([{ row: 2, column: '', code: 'no_rows', message: 'The file has no orders' }]);
  if (body.length > MAX_ROWS) {
    const message = `More than ${String(MAX_ROWS)} rows`;
    throw faulty([
      { row: MAX_ROWS + 2, column: '', code: 'too_many_rows', params: { max: MAX_ROWS }, message },
    ]);
  }
  return toRows(names.cells, body);
}

function assertHeader(names: string[]): void {
  const faults: CsvFault[] = [];
  const known = (name: string) => Object.hasOwn(COLUMNS, name);
  for (const name of names)
    if (!known(name))
      faults.push({ row: 1, column: name.slice(0, 60), code: 'unknown_column', message: 'unknown column' });
  for (const [name, required] of Object.entries(COLUMNS)) {
    if (required && !names.includes(name))
      faults.push({ row: 1, column: name, code: 'missing_column', message: 'this column is missing' });
    if (names.indexOf(name) !== names.lastIndexOf(name))
      faults.push({ row: 1, column: name, code: 'column_twice', message: 'stands twice' });
  }
  if (faults.length > 0) throw faulty(faults);
}

function toRows(names: string[], body: { cells: string[]; row: number }[]): Row[] {
  const faults: CsvFault[] = [];
  const rows = body.map(({ cells, row }) => {
    if (cells.length !== names.length) {
      const message = `${String(cells.length)} cells, the header has ${String(names.length)}`;
      const column = names[Math.min(cells.length, names.length - 1)] ?? '';
      const params = { found: cells.length, wanted: names.length };
      faults.push({ row, column, code: 'cell_count', params, message });
    }
    return { row, values: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) };
  });
  if (faults.length > 0) throw faulty(faults);
  return rows;
}

function groupByNumber(rows: Row[], faults: CsvFault[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const number = row.values.number ?? '';
    const group = groups.get(number);
    if (!group) groups.set(number, [row]);
    else {
      group.push(row);
      const first = group[0];
      for (const column of ORDER_COLUMNS) {
        if (row.values[column] !== first?.values[column]) {
          faults.push({
            row: row.row,
            column,
            code: 'differs',
            params: { first: first?.row ?? 0 },
            message: `differs from row ${String(first?.row)} of the same order`,
          });
        }
      }
    }
  }
  return [...groups.values()];
}

/** Zod path of an order → column, so that a fault names the cell. */
const PATHS: Record<string, string> = {
  number: 'number',
  placedAt: 'placed_at',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  customerPhone: 'customer_phone',
  currency: 'currency',
  handedOverOn: 'handed_over_on',
  title: 'line_title',
  quantity: 'quantity',
  category: 'category',
  unitMinor: 'unit_price',
  discountMinor: 'order_discount',
  deliveryFeeMinor: 'delivery_fee',
  lines: 'line_title',
};

/** What is wrong with a filled cell of a column that the schema refused. */
const CODES: Record<string, FaultCode> = {
  number: 'number',
  placed_at: 'instant',
  customer_email: 'email',
  currency: 'currency',
  handed_over_on: 'date',
  quantity: 'quantity',
  category: 'category',
};

/** Handing over is a fact; a file that plans it is refused at its row. */
function notYet([first]: Row[]): CsvFault {
  const message = 'The handover cannot lie in the future';
  return { row: first?.row ?? 0, column: 'handed_over_on', code: 'future', message };
}

function readOrder(group: Row[], faults: CsvFault[]): OrderInput | undefined {
  const [first] = group;
  if (!first) return undefined;
  const before = faults.length;
  const cell = (column: string, row: Row = first) => row.values[column] ?? '';
  const money = (column: string, row: Row = first) => readMoney(cell(column, row), column, row.row, faults);
  const draft = {
    number: cell('number'),
    placedAt: readInstant(cell('placed_at'), first.row, faults),
    customerName: cell('customer_name'),
    customerEmail: cell('customer_email') || null,
    customerPhone: cell('customer_phone') || null,
    currency: cell('currency') || 'KZT',
    deliveryFeeMinor: money('delivery_fee'),
    discountMinor: money('order_discount'),
    handedOverOn: cell('handed_over_on') || null,
    lines: group.map((row) => ({
      title: cell('line_title', row),
      quantity: /^\d{1,6}$/.test(cell('quantity', row))
        ? Number(cell('quantity', row))
        : cell('quantity', row),
      unitMinor: money('unit_price', row),
      discountMinor: money('line_discount', row),
      category: cell('category', row) || 'general',
      individuallyDefined: readFlag(cell('individually_defined', row), row.row, faults),
    })),
  };
  const parsed = OrderBody.safeParse(draft);
  if (parsed.success) {
    if (faults.length === before) checkDiscounts(parsed.data, group, faults);
    return parsed.data;
  }
  if (faults.length === before) {
    for (const { path, message, code } of parsed.error.issues) {
      const row = rowOf(path, group);
      const column = PATHS[String(path.at(-1))] ?? String(path.at(-1));
      faults.push({ row: row.row, column, code: codeOf(column, code, row), message });
    }
  }
  return undefined;
}

function rowOf(path: readonly PropertyKey[], group: Row[]): Row {
  const line = path[0] === 'lines' && typeof path[1] === 'number' ? group[path[1]] : undefined;
  return line ?? group[0] ?? { row: 0, values: {} };
}

function codeOf(column: string, issue: string, { values }: Row): FaultCode {
  if ((values[column] ?? '') === '') return 'empty';
  if (column === 'line_title' && issue === 'too_big' && (values.line_title ?? '').length <= MAX_TITLE)
    return 'too_many_lines';
  if (issue === 'too_big' && column !== 'quantity') return 'too_long';
  return CODES[column] ?? 'invalid';
}

/** The sums of an order must add up before anything is written, so that the fault names its row. */
function checkDiscounts(order: OrderInput, group: Row[], faults: CsvFault[]): void {
  try {
    orderTotal(order);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [field = ''] = Object.keys(error.details.errors ?? {});
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const column = path[0] === 'lines' ? 'line_discount' : 'order_discount';
    faults.push({ row: rowOf(path, group).row, column, code: 'discount', message: error.message });
  }
}

function readMoney(text: string, column: string, row: number, faults: CsvFault[]): number {
  if (/^0*(?:[.,]0{1,2})?$/.test(text)) {
    if (text === '' && column === 'unit_price')
      faults.push({ row, column, code: 'empty', message: 'is empty' });
    return 0;
  }
  try {
    return parseMoney(text);
  } catch {
    faults.push({ row, column, code: 'sum', message: 'is no sum such as 12500.50' });
    return 0;
  }
}

/** A day means its start in Almaty; an instant carries its offset. */
function readInstant(text: string, row: number, faults: CsvFault[]): string {
  if (isCalendarDate(text)) return new Date(startOfDay(text)).toISOString();
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  const message = 'is no date YYYY-MM-DD and no instant with offset';
  faults.push({ row, column: 'placed_at', code: text === '' ? 'empty' : 'instant', message });
  return '';
}

function readFlag(text: string, row: number, faults: CsvFault[]): boolean {
  if (/^(?:1|true|yes)$/i.test(text)) return true;
  if (/^(?:|0|false|no)$/i.test(text)) return false;
  faults.push({ row, column: 'individually_defined', code: 'flag', message: 'is neither yes nor no' });
  return false;
}

function faulty(faults: CsvFault[]): InvalidInput {
  const rows = faults.slice(0, MAX_FAULTS);
  const errors = Object.fromEntries(
    rows.map(({ row, column, message }) => [`${String(row)}.${column}`, message]),
  );
  const [first] = rows;
  const where = first ? `row ${String(first.row)}, column ${first.column || '?'}: ${first.message}` : '';
  return new InvalidInput(`Nothing was imported; ${where}`, { errors, rows, faultCount: faults.length });
}
