import { bodyOf, draftOf, emptyDraft, emptyLine, faultsOf, sumsOf, type OrderDraft } from './orderDraft';
import type { Order } from './types';

const order: Order = {
  id: 'o1',
  number: 'SO-1',
  customerName: 'Айгүл Сейтқали',
  customerEmail: 'aigul@example.kz',
  customerPhone: null,
  currency: 'KZT',
  deliveryFeeMinor: 150_000,
  discountMinor: 0,
  totalMinor: 2_370_050,
  placedAt: '2026-11-20T04:00:00.000Z',
  handedOverOn: null,
  source: 'hand',
  lines: [
    {
      id: 'l1',
      title: 'Шәйнек',
      quantity: 2,
      unitMinor: 1_110_025,
      discountMinor: 0,
      category: 'general',
      individuallyDefined: false,
    },
  ],
  createdAt: '2026-11-20T04:00:00.000Z',
  version: 1,
};
const changed = (part: Partial<OrderDraft>): OrderDraft => ({ ...draftOf(order), ...part });

it('gives back what it was made of, in tiyn and in Almaty time', () => {
  expect(draftOf(order)).toMatchObject({
    placedAt: '2026-11-20T09:00',
    delivery: '1500',
    discount: '',
    lines: [{ unit: '11100,25' }],
  });
  expect(bodyOf(draftOf(order))).toMatchObject({
    placedAt: order.placedAt,
    deliveryFeeMinor: 150_000,
    customerPhone: null,
    lines: [{ title: 'Шәйнек', quantity: 2, unitMinor: 1_110_025, discountMinor: 0 }],
  });
});

it('adds up while people type, and stays silent about what it cannot read', () => {
  expect(sumsOf(draftOf(order))).toMatchObject({ goodsMinor: 2_220_050, totalMinor: 2_370_050 });
  const half = changed({ lines: [{ ...emptyLine('k'), title: 'Кесе', unit: '12..' }] });
  expect(sumsOf(half)).toMatchObject({ goodsMinor: null, totalMinor: null });
  expect(sumsOf(changed({ delivery: 'x' }))).toMatchObject({ goodsMinor: 2_220_050, totalMinor: null });
});

it('finds nothing wrong with a good order', () => {
  expect(faultsOf(draftOf(order))).toEqual({});
});

it.each<[string, Partial<OrderDraft>, string, string]>([
  ['no number', { number: ' ' }, 'number', 'required'],
  ['a number with a space', { number: 'SO 1' }, 'number', 'orderNumber'],
  ['no name', { customerName: '' }, 'customerName', 'required'],
  ['a mail address without a domain', { customerEmail: 'aigul@' }, 'customerEmail', 'email'],
  ['no time', { placedAt: '' }, 'placedAt', 'required'],
  ['a fee that is no sum', { delivery: '12,500' }, 'deliveryFeeMinor', 'sum'],
  ['a discount above the goods', { discount: '99999' }, 'discountMinor', 'discount'],
  ['a line without a name', { lines: [{ ...emptyLine('k'), unit: '5' }] }, 'lines.0.title', 'required'],
  [
    'half a piece',
    { lines: [{ ...emptyLine('k'), title: 'K', unit: '5', quantity: '0.5' }] },
    'lines.0.quantity',
    'quantity',
  ],
  ['no price', { lines: [{ ...emptyLine('k'), title: 'K' }] }, 'lines.0.unitMinor', 'required'],
  [
    'a discount above its line',
    { lines: [{ ...emptyLine('k'), title: 'K', unit: '5', discount: '6' }] },
    'lines.0.discountMinor',
    'discount',
  ],
])('names the field of %s', (_what, part, field, fault) => {
  expect(faultsOf(changed(part))).toEqual({ [field]: `records.fault.${fault}` });
});

it('begins an order at the minute of Almaty', () => {
  const draft = emptyDraft(new Date('2026-11-20T20:30:00Z'), 'k');
  expect(draft.placedAt).toBe('2026-11-21T01:30');
  expect(draft.lines).toHaveLength(1);
});
