import { GatewayUnavailable, type GatewayOperation } from '../../gateway-port';
import { readOperation, type Envelope } from './wire';

const PAGE_ROWS = 100;
const MAX_PAGES = 1_000;
const MAX_READINGS = 5;

type ReadPage = (params: object) => Promise<Envelope>;

/**
 * Reads every page of a period.
 *
 * Pages are offsets into a live list, so a row that appears while we read pushes others over a page's edge:
 * one comes twice, or is passed over. A list of several pages is therefore believed only when two readings
 * in a row agree.
 *
 * @throws GatewayUnavailable for an unclear page, a row that cannot be read, or a list that never stands still
 */
export async function listAll(readPage: ReadPage, fromMs: number, toMs: number): Promise<GatewayOperation[]> {
  let before = await readOnce(readPage, fromMs, toMs);
  if (before.pages === 1) return before.rows;
  for (let reading = 1; reading < MAX_READINGS; reading += 1) {
    const now = await readOnce(readPage, fromMs, toMs);
    if (!now.slipped && idsOf(now.rows) === idsOf(before.rows)) return now.rows;
    before = now;
  }
  throw new GatewayUnavailable('malformed', 'the list changes faster than it can be read');
}

interface Reading {
  rows: GatewayOperation[];
  pages: number;
  /** A row came twice. */
  slipped: boolean;
}

async function readOnce(readPage: ReadPage, fromMs: number, toMs: number): Promise<Reading> {
  const found = new Map<number, GatewayOperation>();
  let seen = 0;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const rows = rowsOf(
      await readPage({
        CreatedDateGte: new Date(fromMs).toISOString(),
        CreatedDateLte: new Date(toMs).toISOString(),
        PageNumber: page,
        TimeZone: 'UTC',
      }),
    );
    for (const row of rows) found.set(row.transactionId, row);
    seen += rows.length;
    if (rows.length < PAGE_ROWS) return { rows: inOrder(found), pages: page, slipped: found.size < seen };
  }
  throw new GatewayUnavailable('malformed', 'the list has no end');
}

/** One unreadable row spoils the list: it could be the very refund that is looked for. */
function rowsOf({ success, model }: Envelope): GatewayOperation[] {
  if (!success || !Array.isArray(model)) throw new GatewayUnavailable('malformed', 'no list in the answer');
  return model.map((row) => {
    const operation = readOperation(row);
    if (!operation) throw new GatewayUnavailable('malformed', 'a row that cannot be read');
    return operation;
  });
}

function inOrder(rows: ReadonlyMap<number, GatewayOperation>): GatewayOperation[] {
  return [...rows.values()].sort((a, b) => a.createdAt - b.createdAt || a.transactionId - b.transactionId);
}

function idsOf(rows: readonly GatewayOperation[]): string {
  return rows.map(({ transactionId }) => transactionId).join();
}
