import type { Language } from '../../domain/claim';

/** The words of the Application for refund in one language. */
export interface ApplicationWords {
  to: string;
  from: string;
  iin: string;
  phone: string;
  title: [string, string];
  request: string;
  order: string;
  paidOn: string;
  ground: string;
  refusal: string;
  mistaken: string;
  goods: string;
  receivedOn: string;
  sum: string;
  method: string;
  card: string;
  otherMethod: string;
  reason: string;
  annex: string;
  warning: string;
  date: string;
  signature: string;
  bin: string;
}

export const APPLICATION_WORDS: Record<Language, ApplicationWords> = {
  kk: {
    to: 'директорына',
    from: 'Кімнен',
    iin: 'ЖСН',
    phone: 'Телефон',
    title: ['Ақшалай қаражатты қайтару туралы', 'ӨТІНІШ'],
    request:
      'umami.kz сайтында жасалған тапсырыс бойынша төленген ақшалай қаражатты төлем жасалған банк картасына қайтаруды сұраймын.',
    order: 'Тапсырыс нөмірі',
    paidOn: 'Төлем күні',
    ground: 'Негізі',
    refusal: 'тауардан бас тарту',
    mistaken: 'қате операция',
    goods: 'Тауар',
    receivedOn: 'Тауарды алған күн',
    sum: 'Қайтарылатын сома',
    method: 'Төлем тәсілі',
    card: 'банк картасы',
    otherMethod: 'өзге',
    reason: 'Себебі',
    annex:
      'Қосымша: жеке басты куәландыратын құжаттың көшірмесі; қате операция болса – чек немесе түбіртек. Дербес деректерімді осы өтінішті қарау мақсатында өңдеуге келісемін.',
    warning: 'Карта нөмірін, CVV кодын және картаның жарамдылық мерзімін жазбаңыз.',
    date: 'күні',
    signature: 'қолтаңба',
    bin: 'БСН',
  },
  ru: {
    to: 'Директору',
    from: 'От кого',
    iin: 'ИИН',
    phone: 'Телефон',
    title: ['ЗАЯВЛЕНИЕ', 'на возврат денежных средств'],
    request:
      'Прошу вернуть денежные средства, уплаченные по заказу на сайте umami.kz, на банковскую карту, с которой была произведена оплата.',
    order: 'Номер заказа',
    paidOn: 'Дата оплаты',
    ground: 'Основание',
    refusal: 'отказ от товара',
    mistaken: 'ошибочная операция',
    goods: 'Товар',
    receivedOn: 'Дата получения товара',
    sum: 'Сумма возврата',
    method: 'Способ оплаты',
    card: 'банковская карта',
    otherMethod: 'другой',
    reason: 'Причина',
    annex:
      'Приложение: копия документа, удостоверяющего личность; при ошибочной операции — чек или квитанция. Даю согласие на обработку моих персональных данных для рассмотрения этого заявления.',
    warning: 'Не указывайте номер карты, код CVV и срок действия карты.',
    date: 'дата',
    signature: 'подпись',
    bin: 'БИН',
  },
  en: {
    to: 'To the director of',
    from: 'From',
    iin: 'IIN',
    phone: 'Telephone',
    title: ['APPLICATION', 'for refund'],
    request:
      'Please return the money paid for an order at umami.kz to the bank card that the payment was made with.',
    order: 'Order number',
    paidOn: 'Day of payment',
    ground: 'Ground',
    refusal: 'refusal of goods',
    mistaken: 'mistaken operation',
    goods: 'Goods',
    receivedOn: 'Day of receiving the goods',
    sum: 'Sum to return',
    method: 'Paid by',
    card: 'bank card',
    otherMethod: 'other',
    reason: 'Reason',
    annex:
      'Annex: a copy of the identity document; for a mistaken operation, a till receipt. I agree to the processing of my personal data for the review of this application.',
    warning: 'Do not write the card number, CVV or expiry date.',
    date: 'date',
    signature: 'signature',
    bin: 'BIN',
  },
};
