import type { Cost } from './measure';

/** One line of the table. */
export interface Line {
  what: string;
  claims: number | null;
  /** The product's figure, the limit's, and how they compare; ready to print. */
  product: string;
  limit: string;
  ratio: number | null;
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
  return {
    what,
    claims,
    product: both(product),
    limit: both(limit),
    ratio: product.cpu / limit.cpu,
    ...goal,
  };
}

function both({ cpu, wall }: Cost): string {
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
    line.ratio === null ? '' : `${line.ratio.toFixed(2)} ×`,
    goalOf(line),
    verdictOf(line),
  ]);
  const head = ['what', 'claims', 'product: CPU (wall)', 'limit: CPU (wall)', 'ratio', 'must / aim', ''];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const print = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...rows.map(print)].join('\n');
}

function goalOf({ must, aim, higherIsBetter }: Line): string {
  const sign = higherIsBetter ? '≥' : '≤';
  return [must, aim].map((goal) => (goal === null ? '–' : `${sign} ${String(goal)}`)).join(' / ');
}

function verdictOf({ ratio, must, aim, higherIsBetter }: Line): string {
  if (ratio === null || must === null) return '';
  const holds = (goal: number) => (higherIsBetter ? ratio >= goal : ratio <= goal);
  if (aim !== null && holds(aim)) return 'aim';
  return holds(must) ? 'holds' : 'MISSES';
}
