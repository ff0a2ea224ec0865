import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { World } from '../composition';

/**
 * Moments at which a test kills the process, by the numbers of the protocol's fault list. They are found from
 * outside: by wrapping the ports and listening to the database, so the product itself knows nothing of them.
 */
export const FAULT_POINTS = {
  C1: 'an approval has arrived, no transaction is open',
  C2: 'refund and attempt are written, not committed',
  C3: 'the approval is committed, not answered',
  C4: 'the attempt is leased, not yet "sending"',
  C5: '"sending" is committed, the socket not opened',
  C6: 'the request is on its way',
  C7: 'the gateway is executing',
  C8: 'the gateway has executed, its answer is on its way',
  C9: 'the answer is read, nothing recorded',
  C10: 'ledger and attempt are written, not committed',
  C11: 'the outcome is committed, no letter has left',
  C12: 'the letter has left, not marked as sent',
  C13: 'a notification is read, no transaction is open',
  C14: 'a notification is committed, not answered',
  C15: 'a look-up has its list, nothing recorded',
  C16: 'a repeat is committed, the socket not opened',
  C17: 'the poll has its list, nothing recorded',
  C19: 'the outcome is committed, the database writes its checkpoint',
  C20: 'a file is stored, its row not written',
  C21: 'a file is being written',
} as const;
export type FaultPoint = keyof typeof FAULT_POINTS;

/**
 * The same world that dies at a point, the first time or the n-th.
 * @param faultAt - `C5` or `C5:2`; anything else kills nothing
 */
export function withFaultPoint(world: World, faultAt: string): World {
  const [name = '', nth = '1'] = faultAt.split(':');
  if (!(name in FAULT_POINTS)) throw new Error(`FAULT_AT names no point: ${faultAt}`);
  let left = Number(nth);
  const reach = (point: FaultPoint) => {
    if (point !== name) return;
    left -= 1;
    if (left === 0) die();
  };
  watchRequests(reach);
  world.database.source.subscribers.push(watchDatabase(reach, () => void checkpoint(world)));
  return { ...world, ...wrapPorts(world, reach) };
}

/** As kill -9: nothing is flushed, nobody is told. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

type Reach = (point: FaultPoint) => void;

function watchRequests(reach: Reach): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === 'POST' && request.url?.endsWith('/approve')) reach('C1');
  });
}

function wrapPorts(world: World, reach: Reach) {
  const { gateway, mailSender, notifications, files } = world;
  async function during<T>(call: Promise<T>): Promise<T> {
    setTimeout(() => reach('C6'), 2);
    setTimeout(() => reach('C7'), 40);
    setTimeout(() => reach('C8'), 120);
    const outcome = await call;
    reach('C9');
    return outcome;
  }
  return {
    gateway: {
      ...gateway,
      refund: (order) => during(gateway.refund(order)),
      voidPayment: (order) => during(gateway.voidPayment(order)),
      listOperations: async (fromMs, toMs) => {
        const caller = new Error().stack ?? '';
        const rows = await gateway.listOperations(fromMs, toMs);
        if (caller.includes('lookUp')) reach('C15');
        if (caller.includes('importPayments')) reach('C17');
        return rows;
      },
    },
    mailSender: {
      send: async (mail) => {
        await mailSender.send(mail);
        if (mail.subject.includes('money refunded')) reach('C12');
      },
    },
    notifications: {
      ...notifications,
      parse: (type, contentType, rawBody) => {
        const notice = notifications.parse(type, contentType, rawBody);
        if (type === 'refund') reach('C13');
        return notice;
      },
    },
    files: {
      ...files,
      put: async (content, options) => {
        setImmediate(() => reach('C21'));
        const ref = await files.put(content, options);
        reach('C20');
        return ref;
      },
    },
  } satisfies Partial<World>;
}

/** What a transaction has written, so that its commit can be told from others. */
type Mark = 'C3' | 'C4' | 'C5' | 'C11' | 'C14' | 'C16';

function watchDatabase(reach: Reach, writeCheckpoint: () => void): EntitySubscriberInterface {
  const marks = new WeakMap<QueryRunner, Set<Mark>>();
  const mark = (runner: QueryRunner, what: Mark) => {
    marks.set(runner, (marks.get(runner) ?? new Set()).add(what));
  };
  return {
    afterInsert({ metadata: { tableName }, entity, queryRunner }) {
      if (tableName === 'refund_attempts') {
        reach('C2');
        mark(queryRunner, 'C3');
      } else if (tableName === 'ledger_entries') {
        reach('C10');
        mark(queryRunner, 'C11');
      } else if (tableName === 'gateway_events' && (entity as { type?: string }).type === 'refund') {
        mark(queryRunner, 'C14');
      }
    },
    afterUpdate({ metadata: { tableName }, entity, queryRunner }) {
      if (tableName !== 'refund_attempts' || !entity) return;
      if (entity.state === 'sending') mark(queryRunner, entity.operation === undefined ? 'C16' : 'C5');
      else if (entity.leaseOwner !== undefined && entity.state === undefined) mark(queryRunner, 'C4');
    },
    afterTransactionCommit({ queryRunner }) {
      if (queryRunner.isTransactionActive) return;
      const written = marks.get(queryRunner);
      marks.delete(queryRunner);
      // A repeat leases and sends in one transaction: that is C16 alone.
      if (written?.has('C16')) written.delete('C4');
      if (written?.has('C11')) {
        writeCheckpoint();
        reach('C19');
      }
      for (const point of written ?? []) reach(point);
    },
    afterTransactionRollback({ queryRunner }) {
      marks.delete(queryRunner);
    },
  };
}

async function checkpoint({ database }: World): Promise<void> {
  const statement = database.engine === 'postgres' ? 'CHECKPOINT' : 'PRAGMA wal_checkpoint(TRUNCATE)';
  await database.source.query(statement).catch(() => undefined);
}
