import { lineSums, purchaseSum } from '../domain/line-sums';
import { sumMinor } from '../domain/money';
import type { OrderInput } from '../features/orders';
import { type Good, GOODS } from './goods';
import { PEOPLE } from './people';
import type { Story } from './story';

const TENGE = 100;

/** What was bought, and the sums that follow. */
export interface StoryOrder {
  number: string;
  input: OrderInput;
  totalMinor: number;
  /** What the customer asks for: the lines that come back, with the delivery when nothing was delivered. */
  askedMinor: number;
  /** The lines that come back, in words: `Шойын шәйнек, 0,8 л, 2 дана`. */
  goods: string;
}

/** The order of a story; prices, discounts and delivery are tenge there and tiyn here. */
export function orderOfStory(
  story: Story,
  number: string,
  times: { placedAt: number; handedOverOn: string | null },
): StoryOrder {
  const buyer = story.payer ?? PEOPLE[story.person];
  const lines = story.basket.map(({ good, quantity, discount = 0 }) => {
    const { title, price, category, individuallyDefined = false }: Good = GOODS[good];
    return {
      title: title[story.language],
      quantity,
      unitMinor: price * TENGE,
      discountMinor: discount * TENGE,
      category,
      individuallyDefined,
    };
  });
  const sums = {
    lines: lines.map((line, at) => ({ ...line, id: String(at) })),
    discountMinor: (story.discount ?? 0) * TENGE,
    deliveryFeeMinor: (story.delivery ?? 0) * TENGE,
  };
  const lineSum = lineSums(sums);
  const returned = story.returns ?? lines.map((_line, at) => at);
  const everything = returned.length === lines.length && story.kind === 'refusal_before_handover';
  const totalMinor = purchaseSum(sums);
  return {
    number,
    input: {
      number,
      customerName: buyer.name,
      customerEmail: buyer.email,
      customerPhone: buyer.phone,
      currency: 'KZT',
      deliveryFeeMinor: sums.deliveryFeeMinor,
      discountMinor: sums.discountMinor,
      placedAt: new Date(times.placedAt).toISOString(),
      handedOverOn: times.handedOverOn,
      lines,
    },
    totalMinor,
    askedMinor: everything ? totalMinor : sumMinor(returned.map((at) => lineSum.get(String(at)) ?? 0)),
    goods: returned
      .map((at) => `${lines[at]?.title ?? ''}, ${String(lines[at]?.quantity ?? 1)} ${PIECES[story.language]}`)
      .join('; '),
  };
}

const PIECES = { kk: 'дана', ru: 'шт.', en: 'pcs' };
