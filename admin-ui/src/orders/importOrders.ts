import { HttpError } from 'react-admin';
import { call } from '../providers/http';

/** One fault of the file as the server names it. */
export interface CsvFault {
  row: number;
  column: string;
  code: string;
  params?: Record<string, string | number>;
  message: string;
}

export interface ImportResult {
  dryRun: boolean;
  orders: number;
  lines: number;
  created: number;
  updated: number;
  unchanged: number;
  preview: {
    number: string;
    change: 'created' | 'updated' | 'unchanged';
    customerName: string;
    lines: number;
    totalMinor: number;
    currency: string;
  }[];
}

/** What became of a file: it can go in, it has faults, or it could not be judged. */
export type Outcome =
  | { is: 'good'; result: ImportResult }
  | { is: 'faulty'; faults: CsvFault[]; count: number }
  | { is: 'failed'; problem: string };

/** Sends the file; a rehearsal changes nothing. */
export async function sendFile(file: File, rehearse: boolean): Promise<Outcome> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const path = `/api/orders/import${rehearse ? '?dryRun=1' : ''}`;
    const { json } = await call<ImportResult>(path, { method: 'POST', body });
    return { is: 'good', result: json };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof HttpError)) return { is: 'failed', problem: 'app.login.unreachable' };
  const problem = error.body as { rows?: CsvFault[]; faultCount?: number; cause?: string } | undefined;
  if (problem?.rows) {
    return { is: 'faulty', faults: problem.rows, count: problem.faultCount ?? problem.rows.length };
  }
  if (error.status === 400) return { is: 'failed', problem: 'order.import.notUtf8' };
  if (error.status === 413) return { is: 'failed', problem: 'order.import.tooLarge' };
  return { is: 'failed', problem: error.message };
}

const TEMPLATE = [
  [
    'number',
    'placed_at',
    'customer_name',
    'customer_email',
    'customer_phone',
    'currency',
    'delivery_fee',
    'order_discount',
    'handed_over_on',
    'line_title',
    'quantity',
    'unit_price',
    'line_discount',
    'category',
    'individually_defined',
  ],
  ['SO-10452', '2026-11-20', 'Айгүл Сейтқали', 'aigul@example.kz', '+77017771122', 'KZT', '1500', '0'].concat(
    ['2026-11-21', 'Шәйнек', '1', '9000', '0', 'general', 'no'],
  ),
  ['SO-10452', '2026-11-20', 'Айгүл Сейтқали', 'aigul@example.kz', '+77017771122', 'KZT', '1500', '0'].concat(
    ['2026-11-21', 'Кесе', '6', '1200,50', '300', 'general', 'no'],
  ),
] as const;

/** A file to begin with: two lines of one order. It has a byte order mark, so that Excel shows the letters. */
export function templateFile(): Blob {
  const text = TEMPLATE.map((cells) => cells.join(';')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** The line of the file that a fault names, so that it can be found; too long ones are cut. */
export function lineOfFile(text: string, row: number): string {
  const line = text.split(/\r\n|\n|\r/)[row - 1]?.replace(/^\uFEFF/, '') ?? '';
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
