import type { Content, TableCell } from 'pdfmake/interfaces';
import { printPdf } from '../../adapters/pdf';
import { DEFAULT_LEGAL_ENTITY as shop } from '../../domain/legal-entity';
import { seeded } from './seeded';

/** What a till receipt of the demo shop shows. */
export interface DemoReceipt {
  order: string;
  /** As printed, `18.11.2026 19:42`. */
  paidAt: string;
  lines: { title: string; quantity: number; sum: string }[];
  total: string;
  /** Last four digits; a receipt shows no more. */
  cardLastFour: string;
  transactionId: string;
}

const RULE = '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -';

/** A receipt as the shop's site sends it: a narrow PDF in Kazakh and Russian. */
export function demoReceiptPdf(receipt: DemoReceipt, at: number, seed: number): Promise<Buffer> {
  const next = seeded(seed);
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
  const pair = (left: string, right: string, bold = false): TableCell[] => [
    { text: left, bold },
    { text: right, alignment: 'right', bold, noWrap: true },
  ];
  const table = (body: TableCell[][]): Content => ({
    table: { widths: ['*', 'auto'], body },
    layout: 'noBorders',
  });
  // pdfmake marks the nodes it has placed, so each rule is its own object.
  const rule = (): Content => ({ text: RULE, alignment: 'center', color: '#777777', fontSize: 7 });
  return printPdf(
    {
      pageSize: { width: 240, height: 'auto' },
      pageMargins: [16, 18, 16, 22],
      info: { title: `Чек ${receipt.order}` },
      defaultStyle: { fontSize: 8.5, lineHeight: 1.15 },
      content: [
        { text: shop.nameKk, bold: true, fontSize: 12, alignment: 'center' },
        { text: `${shop.addressKk}\nБСН/БИН ${shop.bin}`, alignment: 'center', margin: [0, 0, 0, 4] },
        { text: 'ФИСКАЛДЫҚ ЧЕК / ФИСКАЛЬНЫЙ ЧЕК', bold: true, alignment: 'center' },
        { text: 'ҮЛГІ · ОБРАЗЕЦ', alignment: 'center', color: '#9a1b1b', margin: [0, 0, 0, 2] },
        rule(),
        table([pair('Тапсырыс / Заказ', receipt.order), pair('Күні / Дата', receipt.paidAt)]),
        rule(),
        table(receipt.lines.map(({ title, quantity, sum }) => pair(`${title} × ${quantity}`, sum))),
        rule(),
        { fontSize: 11, stack: [table([pair('БАРЛЫҒЫ / ИТОГО', receipt.total, true)])] },
        rule(),
        table([
          pair('Карта', `** ${receipt.cardLastFour}`),
          pair('Операция №', receipt.transactionId),
          pair('RRN', digits(12)),
          pair('ФБ / ФП', digits(10)),
        ]),
        { text: 'Рахмет! Спасибо за покупку!', alignment: 'center', margin: [0, 8, 0, 0] },
      ],
    },
    at,
  );
}
