import { zipOf } from './zip';

export type SheetCell = string | number | null;

export interface Sheet {
  /** At most 31 signs, without `[]:*?/\`. */
  name: string;
  /** The first row is the heading and is set bold. */
  rows: readonly (readonly SheetCell[])[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${TYPES}.sheet`;

/**
 * Small tables as an Excel workbook (ECMA-376). Texts are texts, never formulas, so nothing in them can be run;
 * numbers are numbers.
 */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const part = (index: number) => `xl/worksheets/sheet${String(index + 1)}.xml`;
  const overrides = sheets.map(
    (_, index) => `<Override PartName="/${part(index)}" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escape(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${RELATIONS}/worksheet" Target="${part(index).slice(3)}"/>`,
  );
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}<Relationship Id="rId0" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...sheets.map(({ rows }, index) => ({ name: part(index), content: sheetXml(rows) })),
  ]);
}

/** Style 1 is bold, for headings. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

function sheetXml(rows: Sheet['rows']): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => String(row[column] ?? '').length), 8);
    const at = String(column + 1);
    return `<col min="${at}" max="${at}" width="${String(Math.min(60, longest + 2))}" customWidth="1"/>`;
  });
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${letters(column)}${String(index + 1)}`, index === 0),
    );
    return `<row r="${String(index + 1)}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, place: string, bold: boolean): string {
  const style = bold ? ' s="1"' : '';
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${String(cell)}</v></c>`;
  return `<c r="${place}" t="inlineStr"${style}><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
}

/** `A` … `Z`, `AA` … */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : `${letters(Math.floor(column / 26) - 1)}${rest}`;
}

/** XML knows no control characters at all, but for tab and line ends. */
function escape(text: string): string {
  const known = [...text].filter((sign) => sign >= ' ' || '\t\n\r'.includes(sign)).join('');
  return known.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
