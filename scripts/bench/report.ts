import { type Cost, ratioOf } from './measure';

/** One line of the table. */
export interface Line {
  what: string;
  claims: number | null;
  /** The product's figure, the limit's, and how they compare; ready to print. */
  product: string;
  limit: string;
  ratio: number | null;
  /** The middle half of the ratios that the rounds gave; null for what was measured once. */
  spread: [from: number, to: number] | null;
  /** From design: what must hold, and what it aims at. */
  must: number | null;
  aim: number | null;
  /** For rows where more is better. */
  higherIsBetter?: boolean;
}

export function costLine(
  what: string,
  claims: number,
  { product, limit }: { product: Cost; limit: Cost },
  goal: { must: number; aim: number | null },
): Line {
  const { ratio, from, to } = ratioOf(product, limit);
  return { what, claims, product: both(product), limit: both(limit), ratio, spread: [from, to], ...goal };
}

export function both({ cpu, wall }: Cost): string {
  return `${micros(cpu)} (${micros(wall)})`;
}

export function micros(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} ms` : `${value.toFixed(0)} µs`;
}

/** The table as Markdown, so that it goes into the docs as it is. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.claims === null ? '' : line.claims.toLocaleString('en').replaceAll(',', ' '),
    line.product,
    line.limit,
    ratioText(line),
    goalOf(line),
    verdictOf(line),
  ]);
  const head = ['what', 'claims', 'product: CPU (wall)', 'limit: CPU (wall)', 'ratio', 'must / aim', ''];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const print = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...rows.map(print)].join('\n');
}

function ratioText({ ratio, spread }: Line): string {
  if (ratio === null) return '';
  return `${ratio.toFixed(2)} ×${spread ? ` (${spread.map((each) => each.toFixed(2)).join('–')})` : ''}`;
}

function goalOf({ must, aim, higherIsBetter }: Line): string {
  const sign = higherIsBetter ? '≥' : '≤';
  return [must, aim]
    .map((goal) => (goal === null ? '–' : `${sign} ${String(Number(goal.toFixed(2)))}`))
    .join(' / ');
}

function verdictOf({ ratio, must, aim, higherIsBetter }: Line): string {
  if (ratio === null || must === null) return '';
  const holds = (goal: number) => (higherIsBetter ? ratio >= goal : ratio <= goal);
  if (aim !== null && holds(aim)) return 'aim';
  return holds(must) ? 'holds' : 'MISSES';
}
