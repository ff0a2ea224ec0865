import type { Content, TableCell } from 'pdfmake/interfaces';
import type { Language } from '../../domain/claim';
import type { LegalEntity } from '../../domain/legal-entity';
import { APPLICATION_WORDS, type ApplicationWords } from './application-words';
import { spacedBin } from './legal-lines';
import { printPdf } from './print-pdf';

/** What a customer writes into the form; left out, the lines are empty. */
export interface ApplicationEntries {
  name: string;
  iin: string;
  phone: string;
  order: string;
  paidOn: string;
  ground: 'refusal' | 'mistaken';
  goods: string;
  receivedOn: string;
  sum: string;
  reason: string;
  date: string;
  /** SVG of the signature. */
  signature: string;
}

const INK = '#1f3a93';
const QUIET = '#4d5d63';

/**
 * «Ақшалай қаражатты қайтару туралы өтініш» on one A4 page: the blank that is sent on request, or a filled one.
 * It never asks for a card number.
 */
export function applicationPdf(
  language: Language,
  entity: LegalEntity,
  at: number,
  entries?: ApplicationEntries,
): Promise<Buffer> {
  const words = APPLICATION_WORDS[language];
  const has = (ground: ApplicationEntries['ground']) => entries?.ground === ground;
  return printPdf(
    {
      pageSize: 'A4',
      pageMargins: [64, 52, 56, 40],
      info: { title: words.title.join(' ') },
      content: [
        { text: recipient(words, language, entity), alignment: 'right' },
        {
          margin: [200, 14, 0, 0],
          stack: [
            row(words.from, entries?.name),
            row(words.iin, entries?.iin),
            row(words.phone, entries?.phone),
          ],
        },
        {
          text: words.title.join('\n'),
          alignment: 'center',
          bold: true,
          fontSize: 14,
          margin: [0, 32, 0, 20],
        },
        { text: words.request, fontSize: 11.5, margin: [0, 0, 0, 8] },
        row(words.order, entries?.order),
        row(words.paidOn, entries?.paidOn),
        ticks(words.ground, [words.refusal, has('refusal')], [words.mistaken, has('mistaken')]),
        row(words.goods, entries?.goods),
        row(words.receivedOn, entries?.receivedOn),
        row(words.sum, entries?.sum),
        ticks(words.method, [words.card, entries !== undefined], [words.otherMethod, false]),
        row(words.reason, entries?.reason),
        { text: words.annex, fontSize: 9.5, color: QUIET, margin: [0, 18, 0, 4] },
        { text: words.warning, fontSize: 9.5, bold: true, color: QUIET },
        signing(words, entries),
      ],
    },
    at,
  );
}

function recipient(words: ApplicationWords, language: Language, entity: LegalEntity): string {
  const suffix = ({ kk: 'Kk', ru: 'Ru', en: 'En' } as const)[language];
  const name = entity[`name${suffix}`];
  const to = language === 'kk' ? `${name} ${words.to}` : `${words.to} ${name}`;
  return `${to}\n${words.bin} ${spacedBin(entity.bin)}\n${entity[`address${suffix}`]}`;
}

/** A label and a ruled line; what is written stands on it. */
function row(label: string, value = ' '): Content {
  return ruled([
    { text: `${label}:`, color: QUIET, noWrap: true },
    { text: value, color: INK },
  ]);
}

function ticks(label: string, ...boxes: [text: string, ticked: boolean][]): Content {
  const cells = boxes.map(([text, ticked]): TableCell => ({
    columns: [
      { svg: box(ticked), width: 12, margin: [0, 3, 0, 0] },
      { text, margin: [5, 0, 0, 0] },
    ],
  }));
  return ruled([{ text: `${label}:`, color: QUIET, noWrap: true }, { columns: cells as Content[] }]);
}

function ruled(cells: TableCell[]): Content {
  return {
    margin: [0, 5, 0, 0],
    table: { widths: ['auto', '*'], body: [cells] },
    layout: {
      hLineWidth: (line) => (line === 1 ? 0.7 : 0),
      vLineWidth: () => 0,
      hLineColor: () => '#9aa7ab',
      paddingLeft: (column) => (column === 0 ? 0 : 6),
      paddingRight: () => 0,
      paddingTop: () => 2,
      paddingBottom: () => 1,
    },
  };
}

function box(ticked: boolean): string {
  const tick = ticked ? `<path d="M2.5 6l2.6 3 5-7" fill="none" stroke="${INK}" stroke-width="1.4"/>` : '';
  return `<svg width="12" height="12" viewBox="0 0 12 12"><rect x="1" y="1" width="10" height="10" fill="none" stroke="#1b2a2f" stroke-width="0.9"/>${tick}</svg>`;
}

/** The signature is laid over its line, as a pen would. */
function signing(words: ApplicationWords, entries: ApplicationEntries | undefined): Content {
  const line = (width: number): Content => ({
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7, lineColor: '#1b2a2f' }],
  });
  const under = (text: string): Content => ({
    text,
    fontSize: 9,
    color: QUIET,
    alignment: 'center',
    margin: [0, 2, 0, 0],
  });
  return {
    margin: [0, 22, 0, 0],
    columns: [
      {
        width: 140,
        stack: [
          { text: entries?.date ?? ' ', color: INK, alignment: 'center', margin: [0, 36, 0, 1] },
          line(140),
          under(words.date),
        ],
      },
      { width: '*', text: '' },
      {
        width: 170,
        stack: [
          entries
            ? { svg: entries.signature, width: 150, height: 51, margin: [10, 0, 0, 0] }
            : { text: ' ', margin: [0, 36, 0, 1] },
          line(170),
          under(words.signature),
        ],
      },
    ],
  };
}
