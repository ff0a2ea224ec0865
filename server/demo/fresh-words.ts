import type { Language } from '../domain/claim';
import type { Words } from './story';

export const FRESH_KINDS = ['before', 'after', 'mistaken'] as const;
export type FreshKind = (typeof FRESH_KINDS)[number];

/** The letter of `npm run demo:mail`; `{order}`, `{sum}`, `{goods}` and `{name}` are filled in. */
export const FRESH_WORDS: Record<FreshKind, Record<Language, Words>> = {
  before: {
    kk: {
      subject: '{order} тапсырысынан бас тарту',
      text: 'Сәлеметсіз бе!\n\n{order} тапсырысынан бас тартамын, тауар әлі жеткізілген жоқ. Төлеген {sum} ақшамды картама қайтаруыңызды сұраймын.\n\nҚажетті құжаттарды қоса жібердім.\n\nҚұрметпен,\n{name}',
    },
    ru: {
      subject: 'Отказ от заказа {order}',
      text: 'Здравствуйте!\n\nОтказываюсь от заказа {order}, товар ещё не доставлен. Прошу вернуть уплаченные {sum} на мою карту.\n\nДокументы прилагаю.\n\nС уважением,\n{name}',
    },
    en: {
      subject: 'Cancelling order {order}',
      text: 'Hello,\n\nI would like to cancel order {order}, which has not been delivered yet. Please refund {sum} to my card.\n\nThe papers are attached.\n\nKind regards,\n{name}',
    },
  },
  after: {
    kk: {
      subject: 'Тауарды қайтару, {order}',
      text: 'Сәлеметсіз бе!\n\n{order} тапсырысымен алған тауарым маған сай келмеді, қайтарғым келеді: {goods}. Пайдаланған жоқпын, қорабы бүтін. {sum} картама қайтаруыңызды сұраймын.\n\nҚажетті құжаттарды қоса жібердім.\n\nҚұрметпен,\n{name}',
    },
    ru: {
      subject: 'Возврат товара, заказ {order}',
      text: 'Здравствуйте!\n\nТовар из заказа {order} мне не подошёл, хочу его вернуть: {goods}. Не пользовался(-ась), упаковка цела. Прошу вернуть {sum} на карту.\n\nДокументы прилагаю.\n\nС уважением,\n{name}',
    },
    en: {
      subject: 'Returning goods, order {order}',
      text: 'Hello,\n\nThe goods of order {order} do not suit me and I would like to return them: {goods}. They were received a few days ago and are unused. Please refund {sum} to my card.\n\nThe papers are attached.\n\nKind regards,\n{name}',
    },
  },
  mistaken: {
    kk: {
      subject: 'Картадан ақша екі рет алынды, {order}',
      text: 'Сәлеметсіз бе!\n\n{order} тапсырысы үшін картамнан {sum} екі рет алынды. Артық алынған соманы қайтаруыңызды сұраймын.\n\nҚажетті құжаттарды қоса жібердім.\n\nҚұрметпен,\n{name}',
    },
    ru: {
      subject: 'Двойное списание по заказу {order}',
      text: 'Здравствуйте!\n\nЗа заказ {order} с моей карты дважды списали {sum}. Прошу вернуть лишнее списание.\n\nДокументы прилагаю.\n\nС уважением,\n{name}',
    },
    en: {
      subject: 'Charged twice for order {order}',
      text: 'Hello,\n\nMy card was charged twice for order {order}, {sum} each time. Please give the second payment back.\n\nThe papers are attached.\n\nKind regards,\n{name}',
    },
  },
};
