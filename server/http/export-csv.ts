import type { Request } from 'express';
import type { ObjectLiteral } from 'typeorm';
import { z } from 'zod';
import type { Tx, UnitOfWork } from '../adapters/db/unit-of-work';
import { LANGUAGES, type Language } from '../domain/claim';
import type { Permission } from '../domain/permissions';
import { csvLines, UTF8_MARK, type CsvCell } from './csv';
import { countFound, filteredBy, type ListDefinition, rowsAfter } from './list-query';
import { type Actor, actorOf, originOf, type RouteSpec } from './route';

/** One column of an export: its heading in each language, and the value of a row. */
export interface ExportColumn<T> {
  heading: Record<Language, string>;
  value: (row: T, reader: Actor) => CsvCell;
}

export interface ExportParts<T extends ObjectLiteral> {
  uow: UnitOfWork;
  /** Writes down who took what; in no transaction with the rows, for nothing changes. */
  record: (tx: Tx, facts: ExportFacts) => Promise<void>;
  definition: ListDefinition<T>;
  access: Permission;
  columns: readonly ExportColumn<T>[];
}

/** What the audit keeps of an export: names of the filter's fields, never their values. */
export interface ExportFacts {
  actorId: string;
  requestId: string;
  address: string;
  resource: string;
  rows: number;
  filteredBy: string[];
}

const BATCH = 500;
const ExportQuery = z.object({
  filter: z.string().optional(),
  language: z.enum(LANGUAGES).default('kk'),
});

/**
 * Everything that a list's filter finds, as a file for Excel: a byte order mark, semicolons, no live formulas.
 * Written row by row while it is read, so its size does not count; the audit names who took it.
 */
export function exportRoute<T extends ObjectLiteral & { id: string }>(parts: ExportParts<T>): RouteSpec {
  const { uow, definition, access, columns, record } = parts;
  return {
    method: 'get',
    path: `/api/exports/${definition.resource}`,
    access,
    summary: `Everything that the filter of ${definition.resource} finds, as CSV`,
    query: ExportQuery,
    handler: async (req, res) => {
      const { language } = ExportQuery.parse(req.query);
      const reader = actorOf(req);
      const rows = await uow.read((tx) => countFound(tx, definition, req));
      await uow.write((tx) => record(tx, factsOf(req, definition.resource, rows)));

      res.attachment(`${definition.resource}.csv`);
      res.type('text/csv; charset=utf-8').setHeader('Cache-Control', 'no-store');
      res.write(UTF8_MARK + csvLines([columns.map(({ heading }) => heading[language])]));
      let afterId = '';
      while (!res.destroyed) {
        const batch = await uow.read((tx) => rowsAfter(tx, definition, req, { afterId, limit: BATCH }));
        const text = csvLines(batch.map((row) => columns.map(({ value }) => value(row, reader))));
        if (!res.write(text)) await drained(res);
        if (batch.length < BATCH) break;
        afterId = batch.at(-1)?.id ?? '';
      }
      res.end();
    },
  };
}

/** Waits for a slow reader, and no longer than they stay. */
function drained(res: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      res.off('drain', go).off('close', go);
      resolve();
    };
    res.on('drain', go).on('close', go);
  });
}

function factsOf(req: Request, resource: string, rows: number): ExportFacts {
  return { ...originOf(req), resource, rows, filteredBy: filteredBy(req) };
}
