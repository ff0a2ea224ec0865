import { atLocalTime } from '../../../server/domain/almaty-time';
import { isCalendarDate } from '../../../server/domain/calendar-date';
import { dayInAlmaty, parseMoney, timeInAlmaty } from '../shared/format';
import { goodsSum } from './orderSums';
import type { Order } from './types';

/** A line as it is typed: sums are text until they are read. */
export interface LineDraft {
  key: string;
  title: string;
  quantity: string;
  unit: string;
  discount: string;
  category: string;
  individuallyDefined: boolean;
}

/** An order as it is typed. */
export interface OrderDraft {
  number: string;
  customerName: string;
  customerEmail: string;
  customerPhone: string;
  currency: string;
  delivery: string;
  discount: string;
  /** `YYYY-MM-DDTHH:MM`, Almaty. */
  placedAt: string;
  handedOverOn: string;
  lines: LineDraft[];
}

/** What is wrong, by the name of the field as the server knows it; the text is a key of the catalogue. */
export type Faults = Record<string, string>;

export function emptyLine(key: string): LineDraft {
  return {
    key,
    title: '',
    quantity: '1',
    unit: '',
    discount: '',
    category: 'general',
    individuallyDefined: false,
  };
}

export function emptyDraft(now: Date, key: string): OrderDraft {
  return {
    number: '',
    customerName: '',
    customerEmail: '',
    customerPhone: '',
    currency: 'KZT',
    delivery: '',
    discount: '',
    placedAt: `${dayInAlmaty(now)}T${timeInAlmaty(now)}`,
    handedOverOn: '',
    lines: [emptyLine(key)],
  };
}

/** A known order as text to edit. */
export function draftOf(order: Order): OrderDraft {
  return {
    number: order.number,
    customerName: order.customerName,
    customerEmail: order.customerEmail ?? '',
    customerPhone: order.customerPhone ?? '',
    currency: order.currency,
    delivery: sumText(order.deliveryFeeMinor),
    discount: sumText(order.discountMinor),
    placedAt: `${dayInAlmaty(order.placedAt)}T${timeInAlmaty(order.placedAt)}`,
    handedOverOn: order.handedOverOn ?? '',
    lines: order.lines.map((line) => ({
      key: line.id,
      title: line.title,
      quantity: String(line.quantity),
      unit: sumText(line.unitMinor, true),
      discount: sumText(line.discountMinor),
      category: line.category,
      individuallyDefined: line.individuallyDefined,
    })),
  };
}

/** Sums of the draft as far as they can be read; null where something typed is no sum. */
export function sumsOf(draft: OrderDraft) {
  const lines = draft.lines.map(pricedLine);
  const readable = lines.every((line) => line !== null);
  const goodsMinor = readable ? goodsSum(lines) : null;
  const discountMinor = optionalSum(draft.discount);
  const deliveryFeeMinor = optionalSum(draft.delivery);
  const totalMinor =
    goodsMinor === null || discountMinor === null || deliveryFeeMinor === null
      ? null
      : goodsMinor - discountMinor + deliveryFeeMinor;
  return { goodsMinor, discountMinor, deliveryFeeMinor, totalMinor };
}

/** The line as numbers; null while it cannot be read. */
export function pricedLine(line: LineDraft) {
  const quantity = quantityOf(line.quantity);
  const unitMinor = parseMoney(line.unit);
  const discountMinor = optionalSum(line.discount);
  if (quantity === null || unitMinor === null || discountMinor === null) return null;
  return { quantity, unitMinor, discountMinor };
}

/** What a person can mend before the server sees it. The server checks again. */
export function faultsOf(draft: OrderDraft): Faults {
  const faults: Faults = {};
  const need = (field: string, bad: boolean, fault: string) => {
    if (bad && !(field in faults)) faults[field] = `records.fault.${fault}`;
  };
  need('number', draft.number.trim() === '', 'required');
  need('number', !/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u.test(draft.number.trim()), 'orderNumber');
  need('customerName', draft.customerName.trim() === '', 'required');
  need('customerEmail', !isMailOrEmpty(draft.customerEmail), 'email');
  need('placedAt', !isCalendarDate(draft.placedAt.slice(0, 10)), 'required');
  need('deliveryFeeMinor', optionalSum(draft.delivery) === null, 'sum');
  need('discountMinor', optionalSum(draft.discount) === null, 'sum');
  draft.lines.forEach((line, index) => {
    const field = (name: string) => `lines.${String(index)}.${name}`;
    need(field('title'), line.title.trim() === '', 'required');
    need(field('quantity'), quantityOf(line.quantity) === null, 'quantity');
    need(field('unitMinor'), line.unit.trim() === '', 'required');
    need(field('unitMinor'), parseMoney(line.unit) === null, 'sum');
    need(field('discountMinor'), optionalSum(line.discount) === null, 'sum');
    const priced = pricedLine(line);
    need(
      field('discountMinor'),
      priced !== null && priced.discountMinor > priced.quantity * priced.unitMinor,
      'discount',
    );
  });
  const { goodsMinor, discountMinor } = sumsOf(draft);
  need(
    'discountMinor',
    goodsMinor !== null && discountMinor !== null && discountMinor > Math.max(0, goodsMinor),
    'discount',
  );
  return faults;
}

/** The body of the request. Call it for a draft without faults. */
export function bodyOf(draft: OrderDraft): Record<string, unknown> {
  const [day = '', time = '00:00'] = draft.placedAt.split('T');
  return {
    number: draft.number.trim(),
    customerName: draft.customerName.trim(),
    customerEmail: draft.customerEmail.trim() || null,
    customerPhone: draft.customerPhone.trim() || null,
    currency: draft.currency,
    deliveryFeeMinor: optionalSum(draft.delivery) ?? 0,
    discountMinor: optionalSum(draft.discount) ?? 0,
    placedAt: new Date(atLocalTime(day, time.slice(0, 5))).toISOString(),
    handedOverOn: draft.handedOverOn || null,
    lines: draft.lines.map((line) => ({
      title: line.title.trim(),
      ...(pricedLine(line) ?? { quantity: 1, unitMinor: 0, discountMinor: 0 }),
      category: line.category,
      individuallyDefined: line.individuallyDefined,
    })),
  };
}

function isMailOrEmpty(text: string): boolean {
  return text.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

function quantityOf(text: string): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= 100_000 ? number : null;
}

function optionalSum(text: string): number | null {
  return text.trim() === '' ? 0 : parseMoney(text);
}

/** `1250,50`; nothing for zero unless it must be said. */
function sumText(minor: number, sayZero = false): string {
  if (minor === 0 && !sayZero) return '';
  const cents = minor % 100;
  return `${String(Math.trunc(minor / 100))}${cents === 0 ? '' : `,${String(cents).padStart(2, '0')}`}`;
}
