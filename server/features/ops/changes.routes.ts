import type { Response } from 'express';
import { MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Drain } from '../../http/drain';
import type { RouteSpec } from '../../http/route';
import type { Log } from '../../ports';
import { AuditEventEntity } from '../audit';

const POLL_MS = 2_000;
const BATCH = 200;
/** After this the browser connects again and is asked again who it is. */
const STREAM_MS = 15 * 60_000;

/**
 * Tells open screens what has changed, ids and versions only. Nothing is asked of the database while nobody
 * listens; all streams of an instance share one question.
 */
export function changesRoutes(parts: { uow: UnitOfWork; drain: Drain; log: Log }): RouteSpec[] {
  const { uow, drain, log } = parts;
  const listeners = new Set<Response>();
  let timer: NodeJS.Timeout | undefined;
  let cursor: string | undefined;

  async function tell(): Promise<void> {
    const events = await uow.read((tx) =>
      cursor === undefined
        ? tx.find(AuditEventEntity, { order: { id: 'DESC' }, take: 1 })
        : tx.find(AuditEventEntity, { where: { id: MoreThan(cursor) }, order: { id: 'ASC' }, take: BATCH }),
    );
    const isFirst = cursor === undefined;
    cursor = events.at(-1)?.id ?? cursor ?? '';
    if (isFirst) return;
    for (const event of events) {
      const text = `id: ${event.id}\ndata: ${JSON.stringify(changeOf(event))}\n\n`;
      for (const res of listeners) res.write(text);
    }
  }

  function poll(): void {
    tell()
      .catch((error: unknown) => {
        log.warn({ cause: error instanceof Error ? error.name : 'unknown' }, 'changes not read');
      })
      .finally(() => {
        timer = listeners.size > 0 ? setTimeout(poll, POLL_MS) : undefined;
        if (!timer) cursor = undefined;
      });
  }

  return [
    {
      method: 'get',
      path: '/api/changes',
      access: 'session',
      summary: 'Stream of changed ids (server-sent events)',
      handler: (_req, res) => {
        res.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
        res.write('retry: 3000\n\n');
        listeners.add(res);
        const close = () => {
          res.end();
        };
        const end = setTimeout(close, STREAM_MS);
        const forget = drain.onBegin(close);
        res.once('close', () => {
          clearTimeout(end);
          forget();
          listeners.delete(res);
        });
        timer ??= setTimeout(poll, 0);
      },
    },
  ];
}

function changeOf({ resource, resourceId, claimId, data }: AuditEventEntity) {
  const { version } = data as { version?: unknown };
  return { resource, id: resourceId, claimId, ...(typeof version === 'number' ? { version } : {}) };
}
