import { almatyDate } from '../../server/domain/almaty-time';
import type { Language } from '../../server/domain/claim';
import { foldForSearch } from '../../server/domain/fold';
import type { CustomerEntity } from '../../server/features/customers/customer.entity';
import type { OrderEntity, OrderLineEntity } from '../../server/features/orders/order.entity';
import type { PaymentEntity } from '../../server/features/payments/payment.entity';
import { fullName } from './names';
import type { Random } from './random';

const DAY_MS = 86_400_000;
const TITLES = ['Керамика кесе', 'Бамбук таяқша', 'Шойын шәйнек', 'Чайник чугунный', 'Пиала', 'Rice bowl'];

/** Who bought what, and the payment for it. */
export interface Purchase {
  customer: CustomerEntity;
  order: OrderEntity;
  orderLines: OrderLineEntity[];
  payment: PaymentEntity;
}

export function makePurchase(
  index: number,
  id: (kind: string) => string,
  createdAt: number,
  language: Language,
  random: Random,
): Purchase {
  const name = fullName(random);
  const email = `c${index}@example.kz`;
  const orderNumber = `SO-${100_000 + index}`;
  const placedAt = createdAt - (1 + random.whole(20)) * DAY_MS;
  const orderLines = Array.from({ length: 1 + random.whole(3) }, (_unused, position): OrderLineEntity => ({
    id: id(`orderLine${position}`),
    orderId: id('order'),
    position,
    title: random.pick(TITLES),
    quantity: 1 + random.whole(3),
    unitMinor: (5 + random.whole(200)) * 10_000,
    discountMinor: 0,
    category: 'tableware',
    individuallyDefined: false,
  }));
  const totalMinor = orderLines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
  const customer: CustomerEntity = {
    id: id('customer'),
    name,
    email,
    phone: `+7701${String(1_000_000 + (index % 9_000_000))}`,
    language,
    searchName: foldForSearch(name),
    createdAt,
    version: 1,
  };
  return {
    customer,
    order: {
      id: id('order'),
      number: orderNumber,
      customerName: name,
      searchName: customer.searchName,
      customerEmail: email,
      customerPhone: customer.phone,
      currency: 'KZT',
      deliveryFeeMinor: 0,
      discountMinor: 0,
      totalMinor,
      placedAt,
      handedOverOn: almatyDate(placedAt + DAY_MS),
      source: 'api',
      createdAt: placedAt,
      version: 1,
    },
    orderLines,
    payment: {
      id: id('payment'),
      transactionId: 500_000_000 + index,
      invoiceId: orderNumber,
      accountId: null,
      email,
      status: 'Completed',
      amountMinor: totalMinor,
      refundedMinor: 0,
      currency: 'KZT',
      cardLastFour: String(random.whole(10_000)).padStart(4, '0'),
      cardType: 'Visa',
      issuer: null,
      testMode: false,
      reasonCode: 0,
      createdAt: placedAt,
      seenAt: placedAt,
      version: 1,
    },
  };
}
