import type { Content } from 'pdfmake/interfaces';
import { printPdf } from '../../adapters/pdf';

/** The holder of an invented card. */
export interface DemoIdCard {
  surname: string;
  givenName: string;
  patronymic: string;
  /** `01.01.1990`. */
  bornOn: string;
  /** Invented; its check digit fits. */
  iin: string;
}

const [WIDTH, HEIGHT] = [430, 271];

/** A card that cannot be taken for a real one: own layout, number of zeros, drawn head, SPECIMEN across it. */
export function demoIdCardPdf(card: DemoIdCard, at: number): Promise<Buffer> {
  const fields: [label: string, value: string][] = [
    ['Тегі / Фамилия', card.surname],
    ['Аты / Имя', card.givenName],
    ['Әкесінің аты / Отчество', card.patronymic],
    ['Туған күні / Дата рождения', card.bornOn],
  ];
  const put = (x: number, y: number, text: string, style: object): Content => ({
    text,
    absolutePosition: { x, y },
    ...style,
  });
  return printPdf(
    {
      pageSize: { width: WIDTH, height: HEIGHT },
      pageMargins: 0,
      info: { title: 'ҮЛГІ / ОБРАЗЕЦ / SPECIMEN' },
      background: { svg: ground(), width: WIDTH, height: HEIGHT },
      content: [
        put(24, 18, 'ЖЕКЕ КУӘЛІК / УДОСТОВЕРЕНИЕ ЛИЧНОСТИ', { bold: true, fontSize: 12 }),
        ...fields.flatMap(([label, value], n) => [
          put(158, 50 + n * 37, label, { fontSize: 8, color: '#4d5d63' }),
          put(158, 60 + n * 37, value, { bold: true, fontSize: 12.5 }),
        ]),
        put(24, 222, `ЖСН / ИИН ${card.iin}`, { bold: true, fontSize: 12.5 }),
        put(300, 222, '№ 000000000', { bold: true, fontSize: 12.5 }),
        put(24, 245, 'ҮЛГІ · ОБРАЗЕЦ · SPECIMEN — ойдан шығарылған / вымышленный', {
          fontSize: 8.5,
          bold: true,
          color: '#b3202c',
        }),
        put(300, 166, 'ҮЛГІ', { fontSize: 32, bold: true, color: '#b3202c', opacity: 0.55 }),
      ],
    },
    at,
  );
}

function ground(): string {
  const waves = Array.from({ length: 16 }, (_, n) => {
    const y = n * 18;
    return `<path d="M0 ${y} C 110 ${y - 26}, 220 ${y + 30}, 430 ${y - 8}" fill="none" stroke="#8fb9bd" stroke-width="0.6" stroke-opacity="0.55"/>`;
  }).join('');
  return `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="430" height="271" fill="#e3eff0"/><circle cx="420" cy="40" r="150" fill="#f3ead2" fill-opacity="0.6"/>${waves}
<rect x="24" y="46" width="118" height="156" rx="6" fill="#c9d6d8"/>
<circle cx="83" cy="102" r="27" fill="#8da2a7"/><path d="M38 202 C 40 150, 126 150, 128 202 Z" fill="#8da2a7"/></svg>`;
}
