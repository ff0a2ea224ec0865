import type { Content } from 'pdfmake/interfaces';
import type { Language } from '../../domain/claim';
import type { LegalEntity } from '../../domain/legal-entity';
import { legalLines } from './legal-lines';
import { printPdf } from './print-pdf';

/** A letter for a customer without a mail address, as it is put into an envelope. */
export interface PrintedLetter {
  language: Language;
  /** Name and postal address of the customer, one line each. */
  addressee: string[];
  /** As people of the language read it. */
  date: string;
  subject: string;
  /** Plain text, paragraphs divided by empty lines. */
  text: string;
  /** UTC ms; goes into the file's properties. */
  at: number;
}

const LINE = '#9aa7ab';
const QUIET = '#4d5d63';

/** A4 with the shop's marks at the foot of each page. */
export function letterPdf(letter: PrintedLetter, entity: LegalEntity): Promise<Buffer> {
  const [name = '', ...details] = legalLines(entity, letter.language);
  const paragraphs = letter.text.trim().split(/\n\s*\n/);
  const body: Content[] = paragraphs.map((text) => ({ text, margin: [0, 0, 0, 8] }));
  return printPdf(
    {
      pageSize: 'A4',
      pageMargins: [64, 56, 56, 116],
      info: { title: letter.subject, author: name },
      content: [
        { text: name, bold: true, fontSize: 13, color: '#0e5561', margin: [0, 0, 0, 18] },
        {
          columns: [
            { text: letter.date, color: QUIET },
            { text: letter.addressee.join('\n'), width: 220 },
          ],
        },
        { text: letter.subject, bold: true, fontSize: 13, margin: [0, 26, 0, 14] },
        ...body,
      ],
      footer: (page, pages) => ({
        margin: [64, 12, 56, 0],
        stack: [
          { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 475, y2: 0, lineWidth: 0.5, lineColor: LINE }] },
          {
            columns: [
              { text: details.join('\n'), fontSize: 6.8, color: QUIET, margin: [0, 6, 0, 0] },
              {
                text: `${page} / ${pages}`,
                fontSize: 6.8,
                color: QUIET,
                width: 40,
                alignment: 'right',
                margin: [0, 6, 0, 0],
              },
            ],
          },
        ],
      }),
    },
    letter.at,
  );
}
