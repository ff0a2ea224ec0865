import { almatyDate, almatyMinutes } from '../domain/almaty-time';
import { formatMoney } from '../domain/money';
import { formatPhone } from '../domain/phone';
import type { AttachedFile } from '../features/documents';
import type { DocumentRenderer } from '../ports';
import {
  demoApplication,
  demoGoodsPhoto,
  demoIdCardPdf,
  demoReceiptPdf,
  pageAsPicture,
  photograph,
} from './documents';
import { iinOf, type Person } from './people';
import type { Language } from '../domain/claim';
import type { Paper } from './story';
import type { StoryOrder } from './story-order';

/** What stands on the papers of one claim. */
export interface PaperFacts {
  language: Language;
  person: Person;
  order: StoryOrder;
  mistaken: boolean;
  /** What the customer writes as the reason. */
  reason: string;
  paidAt: number;
  transactionId: number;
  handedOverOn: string | null;
  signedAt: number;
  /** Makes folds, signatures and photos the same each time. */
  seed: number;
}

/** Makes the files beside a letter, named as people name them. */
export async function makePapers(
  papers: readonly Paper[],
  facts: PaperFacts,
  renderer: DocumentRenderer,
): Promise<AttachedFile[]> {
  const files: AttachedFile[] = [];
  for (const paper of papers) {
    const [kind, extension] = KIND_OF[paper];
    files.push({
      name: `${NAMES[facts.language][kind]}.${extension}`,
      declaredType: extension === 'pdf' ? 'application/pdf' : 'image/jpeg',
      content: await makePaper(paper, facts, renderer),
    });
  }
  return files;
}

const KIND_OF = {
  application: ['application', 'pdf'],
  application_photo: ['application', 'jpg'],
  id_copy: ['id', 'pdf'],
  id_photo: ['id', 'jpg'],
  receipt: ['receipt', 'pdf'],
  receipt_photo: ['receipt', 'jpg'],
  goods_photo: ['goods', 'jpg'],
} as const satisfies Record<Paper, [string, 'pdf' | 'jpg']>;

const NAMES = {
  kk: { application: 'Өтініш', id: 'Жеке куәлік', receipt: 'Чек', goods: 'Тауар суреті' },
  ru: { application: 'Заявление на возврат', id: 'Удостоверение', receipt: 'Чек', goods: 'Фото товара' },
  en: { application: 'Application for refund', id: 'Passport copy', receipt: 'Receipt', goods: 'Photo of goods' },
} as const; // prettier-ignore

async function makePaper(paper: Paper, facts: PaperFacts, renderer: DocumentRenderer): Promise<Buffer> {
  const photo = async (pdf: Buffer) => photograph(await pageAsPicture(pdf, renderer), facts.seed);
  switch (paper) {
    case 'application':
      return application(facts);
    case 'application_photo':
      return photo(await application(facts));
    case 'id_copy':
      return idCard(facts);
    case 'id_photo':
      return pageAsPicture(await idCard(facts), renderer);
    case 'receipt':
      return receipt(facts);
    case 'receipt_photo':
      return photo(await receipt(facts));
    case 'goods_photo':
      return demoGoodsPhoto(facts.seed);
  }
}

function application(facts: PaperFacts): Promise<Buffer> {
  const { language, person, order, mistaken, reason, paidAt, handedOverOn, signedAt, seed } = facts;
  const entries = {
    name: person.full.filter((part) => part !== '').join(' '),
    iin: iinOf(person),
    phone: formatPhone(person.phone),
    order: order.number,
    paidOn: dotted(almatyDate(paidAt)),
    ground: mistaken ? ('mistaken' as const) : ('refusal' as const),
    goods: order.goods,
    receivedOn: handedOverOn === null ? '—' : dotted(handedOverOn),
    sum: formatMoney(order.askedMinor),
    reason,
    date: dotted(almatyDate(signedAt)),
  };
  return demoApplication(language, entries, signedAt, seed);
}

function idCard({ person, signedAt }: PaperFacts): Promise<Buffer> {
  const [surname, givenName, patronymic] = person.full.map((part) => part.toUpperCase());
  return demoIdCardPdf(
    {
      surname: surname ?? '',
      givenName: givenName ?? '',
      patronymic: patronymic === '' ? '—' : (patronymic ?? ''),
      bornOn: dotted(person.bornOn),
      iin: iinOf(person),
    },
    signedAt,
  );
}

function receipt({ person, order, paidAt, transactionId, seed }: PaperFacts): Promise<Buffer> {
  const minutes = almatyMinutes(paidAt);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  const { lines, deliveryFeeMinor, discountMinor } = order.input;
  const extra = [
    ...(deliveryFeeMinor > 0
      ? [{ title: 'Жеткізу / Доставка', quantity: 1, sum: formatMoney(deliveryFeeMinor) }]
      : []),
    ...(discountMinor > 0
      ? [{ title: 'Жеңілдік / Скидка', quantity: 1, sum: formatMoney(-discountMinor) }]
      : []),
  ];
  return demoReceiptPdf(
    {
      order: order.number,
      paidAt: `${dotted(almatyDate(paidAt))} ${clock.join(':')}`,
      lines: [
        ...lines.map(({ title, quantity, unitMinor, discountMinor: off }) => ({
          title,
          quantity,
          sum: formatMoney(quantity * unitMinor - off),
        })),
        ...extra,
      ],
      total: formatMoney(order.totalMinor),
      cardLastFour: person.card[0],
      transactionId: String(transactionId),
    },
    paidAt,
    seed,
  );
}

/** `18.11.2026` of `2026-11-18`. */
function dotted(date: string): string {
  return date.split('-').reverse().join('.');
}
