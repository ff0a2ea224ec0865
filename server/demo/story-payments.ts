import type { SandboxPayment } from './sandbox-control';
import type { CastStory } from './scene';

/** What the gateway saw of a purchase: one payment, or several of one order. */
export function paymentsOfStory({ story, person, order, placedAt }: CastStory): SandboxPayment[] {
  const buyer = story.payer ?? person;
  const [cardLastFour, cardType, issuer] = buyer.card;
  return (story.payments ?? [{}]).map(({ sum, status = 'Completed', reasonCode, after = 4 }) => ({
    amount: sum ?? order.totalMinor / 100,
    currency: 'KZT',
    invoiceId: order.number,
    accountId: buyer.email,
    email: buyer.email,
    status,
    createdAt: new Date(placedAt + after * 60_000).toISOString(),
    cardLastFour,
    cardType,
    issuer,
    name: latin(buyer.full.slice(0, 2).reverse().join(' ')),
    ...(reasonCode === undefined ? {} : { reasonCode }),
  }));
}

/** Embossed on a card. */
function latin(name: string): string {
  return [...name.toUpperCase()].map((letter) => LATIN[letter] ?? letter).join('');
}

const LATIN: Record<string, string> = {
  А: 'A', Ә: 'A', Б: 'B', В: 'V', Г: 'G', Ғ: 'G', Д: 'D', Е: 'E', Ё: 'E', Ж: 'ZH', З: 'Z', И: 'I', Й: 'I', К: 'K', Қ: 'K',
  Л: 'L', М: 'M', Н: 'N', Ң: 'N', О: 'O', Ө: 'O', П: 'P', Р: 'R', С: 'S', Т: 'T', У: 'U', Ұ: 'U', Ү: 'U', Ф: 'F', Х: 'KH',
  Һ: 'H', Ц: 'TS', Ч: 'CH', Ш: 'SH', Щ: 'SHCH', Ъ: '', Ы: 'Y', І: 'I', Ь: '', Э: 'E', Ю: 'YU', Я: 'YA',
}; // prettier-ignore
