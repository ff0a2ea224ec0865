import { type Customer, customerOf } from './customer';
import { gatewayOf } from './gateway';
import { numberIn } from './letters';
import { applicationOf, idCardOf, signerOf } from './papers';
import type { RunningProduct } from './product';
import { apiOf } from './shop';
import type { Locale } from './words';

export interface Claimant {
  name: string;
  address: string;
  order: string;
  language: Exclude<Locale, 'en'>;
  /** In tenge; the order's only line and its only payment. */
  sum: number;
  placedOn?: string;
  handedOverOn?: string;
}

/** Customers of the stories write in the two languages of the country. */
const LETTER: Record<
  Claimant['language'],
  (order: string, sum: number) => { subject: string; text: string }
> = {
  kk: (order, sum) => ({
    subject: `${order} бойынша ақшаны қайтару`,
    text: `Сәлеметсіз бе! ${order} тапсырысынан бас тартамын. ${String(sum)} тг ақшамды қайтарыңыздаршы.`,
  }),
  ru: (order, sum) => ({
    subject: `Возврат по заказу ${order}`,
    text: `Здравствуйте! Отказываюсь от заказа ${order}, верните ${String(sum)} тенге.`,
  }),
};

/** A customer with an order, its payment, and a complete mail that the product has answered with a number. */
export async function claimOf(product: RunningProduct, claimant: Claimant) {
  const { name, address, order, language, sum, placedOn, handedOverOn } = claimant;
  const customer: Customer = customerOf(product, name, address);
  const shop = await apiOf(product, 'manager');
  const title = language === 'kk' ? 'Керамика шәйнек' : 'Керамический чайник';
  const lines = [{ title, quantity: 1, price: sum }];
  await shop.importOrders([{ number: order, name, email: address, placedOn, handedOverOn, lines }]);
  const { transactionId } = await gatewayOf(product).pay({ amount: sum, invoiceId: order, email: address });
  const signer = signerOf(name, order, `${String(sum)} ₸`);
  await customer.write({
    ...LETTER[language](order, sum),
    attachments: [await applicationOf(language, signer), await idCardOf(language, signer)],
  });
  const letter = await customer.letter(language === 'kk' ? 'тіркелді' : 'зарегистрировано');
  return { customer, transactionId, number: numberIn(letter) };
}
