import { z } from 'zod';
import { almatyDate } from '../../domain/almaty-time';
import { LANGUAGES } from '../../domain/claim';
import type { ExportFacts } from '../../http/export-csv';
import { originOf, type RouteSpec } from '../../http/route';
import { workbookOf, XLSX_TYPE } from '../../http/xlsx';
import type { Tx } from '../../adapters/db/unit-of-work';
import { authorityNames } from '../authorities';
import type { ClockParts } from './clock-parts';
import { readReport } from './read-report';
import { reportSheets } from './report-sheets';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month YYYY-MM');
const ReportQuery = z.strictObject({ month });
const FileQuery = z.strictObject({ month, language: z.enum(LANGUAGES).default('kk') });

interface ReportParts extends ClockParts {
  /** Writes down who took the report with them. */
  recordExport: (tx: Tx, facts: ExportFacts) => Promise<void>;
}

/** The deadline report of a month: figures only, on screen and as an Excel file. */
export function reportRoutes({ uow, clock, longReads, recordExport }: ReportParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/deadline-report',
      access: 'reports.read',
      summary:
        'How the terms of a month ended, why some were breached, and how long claims stood in each state',
      query: ReportQuery,
      handler: async (req, res) => {
        const query = ReportQuery.parse({ ...req.query });
        res.json(await longReads((tx) => readReport(tx, query.month)));
      },
    },
    {
      method: 'get',
      path: '/api/exports/deadline-report',
      access: 'reports.export',
      summary: 'The deadline report of a month as an Excel workbook',
      query: FileQuery,
      handler: async (req, res) => {
        const query = FileQuery.parse({ ...req.query });
        const report = await longReads((tx) => readReport(tx, query.month));
        const today = almatyDate(clock.now());
        const names = await uow.read((tx) => authorityNames(tx, query.language, today));
        const sheets = reportSheets(report, query.language, names);
        const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0);
        const facts = { ...originOf(req), resource: 'deadline-report', rows, filteredBy: ['month'] };
        await uow.write((tx) => recordExport(tx, facts));
        res.attachment(`deadlines-${query.month}.xlsx`);
        res.type(XLSX_TYPE).setHeader('Cache-Control', 'no-store');
        res.send(workbookOf(sheets));
      },
    },
  ];
}
