import { z } from 'zod';
import { isCalendarDate } from '../../domain/calendar-date';
import { CURRENCIES } from '../../domain/money';
import { oneLine } from '../../http/one-line';

const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const day = z.string().refine(isCalendarDate, 'is no date YYYY-MM-DD');
const instant = z.iso.datetime({ offset: true });

/** One line of an order; sums are tiyn. `category` is one of docs/orders-csv.md. */
export const OrderLineBody = z.strictObject({
  id: z.string().max(36).optional(),
  title: oneLine(300),
  quantity: z.number().int().min(1).max(100_000),
  unitMinor: minor,
  discountMinor: minor.default(0),
  category: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'lower-case Latin letters, digits and _')
    .default('general'),
  individuallyDefined: z.boolean().default(false),
});

const ORDER_FIELDS = {
  customerName: oneLine(200),
  customerEmail: z.email().max(254).toLowerCase().nullish(),
  customerPhone: oneLine(20).nullish(),
  currency: z.enum(CURRENCIES).default('KZT'),
  deliveryFeeMinor: minor.default(0),
  discountMinor: minor.default(0),
  placedAt: instant,
  handedOverOn: day.nullish(),
  lines: z.array(OrderLineBody).min(1).max(500),
};

export const OrderNumber = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, 'letters, digits, . _ / and -');

/** An order entered by hand or pushed by the shop's site. */
export const OrderBody = z.strictObject({ number: OrderNumber, ...ORDER_FIELDS });

/** A push names its order in the path or in the body. */
export const PushBody = z.strictObject({ number: OrderNumber.optional(), ...ORDER_FIELDS });

/** Known read-only fields of a presented order are taken and ignored. */
export const OrderUpdateBody = z.strictObject({
  version: z.int32(),
  ...z.object({ number: OrderNumber, ...withoutDefaults() }).partial().shape,
  id: z.unknown().optional(),
  totalMinor: z.unknown().optional(),
  source: z.unknown().optional(),
  createdAt: z.unknown().optional(),
});

export const ImportQuery = z.object({ dryRun: z.enum(['0', '1', 'true', 'false']).optional() });

export type OrderInput = z.output<typeof OrderBody>;
export type OrderUpdate = z.output<typeof OrderUpdateBody>;

/** In an update a field that is left out stays as it is, so nothing may be filled in for it. */
function withoutDefaults() {
  return {
    ...ORDER_FIELDS,
    currency: z.enum(CURRENCIES),
    deliveryFeeMinor: minor,
    discountMinor: minor,
  };
}
