import type { Language } from './claim';

/** The four causes that the shop's policy names, and the rest by what helps the payer. */
export const DECLINE_CAUSES = [
  'not_for_internet',
  'funds',
  'wrong_details',
  'expired',
  'bank',
  'other_card',
  'later',
  'amount',
] as const;
export type DeclineCause = (typeof DECLINE_CAUSES)[number];

/**
 * Cause of a failed payment by the gateway's number; names on the wire are spelt in several ways, numbers are not.
 * A code that the gateway itself calls ambiguous (5005, 5019) sends the payer to the bank instead of guessing.
 * @returns null for 0, which is no failure; an unknown code counts as 5204, "ask your bank"
 */
export function declineCause(reasonCode: number): DeclineCause | null {
  if (reasonCode === 0) return null;
  return CAUSES.get(reasonCode) ?? 'bank';
}

/** What the letter "payment failed" says about the cause, in the language of the customer (glossary §3). */
export function declineText(cause: DeclineCause, language: Language): string {
  return TEXTS[cause][language];
}

/** True when trying once more with the same card cannot help before the payer has changed something. */
export function retryIsFutile(reasonCode: number): boolean {
  return [5001, 5003, 5005, 5012, 5017, 5033, 5034, 5057].includes(reasonCode);
}

const CODES: Record<DeclineCause, readonly number[]> = {
  not_for_internet: [5012, 5036, 5057, 5058, 5062, 5207],
  funds: [5051],
  wrong_details: [5006, 5014, 5015, 5055, 5082],
  expired: [5033, 5054],
  bank: [5001, 5003, 5004, 5005, 5007, 5019, 5034, 5041, 5043, 5059, 5065, 5204, 5206, 5303],
  other_card: [5017, 5031, 5061, 5063, 5075, 5113, 5300, 5761, 5762, 5763],
  later: [5030, 5091, 5092, 5096],
  amount: [5013],
};

const CAUSES = new Map(DECLINE_CAUSES.flatMap((cause) => CODES[cause].map((code) => [code, cause] as const)));

const TEXTS: Record<DeclineCause, Record<Language, string>> = {
  not_for_internet: {
    kk: 'Картаңызға интернет-төлем қосылмаған. Оны банк қосымшасында қосыңыз немесе банкке хабарласыңыз.',
    ru: 'На карте не включена оплата в интернете. Включите её в приложении банка или обратитесь в банк.',
    en: "Internet payments are off for this card. Turn them on in the bank's app or call the bank.",
  },
  funds: {
    kk: 'Төлем кезінде картада қаражат жеткіліксіз болды. Картаны толтырыңыз немесе басқа картамен төлеңіз.',
    ru: 'В момент оплаты на карте было недостаточно средств. Пополните её или оплатите другой картой.',
    en: 'The card did not hold enough money. Top it up or use another card.',
  },
  wrong_details: {
    kk: 'Карта деректері дұрыс енгізілмеген. Оларды тек төлем бетіне енгізіңіз, бізге жібермеңіз.',
    ru: 'Данные карты введены неверно. Вводите их только на странице оплаты и не присылайте нам.',
    en: 'The card details were mistyped. Enter them on the payment page only; do not send them to us.',
  },
  expired: {
    kk: 'Картаның жарамдылық мерзімі өткен. Банктен жаңа карта алыңыз немесе басқа картамен төлеңіз.',
    ru: 'Срок действия карты истёк. Получите новую карту в банке или оплатите другой.',
    en: 'The card has expired. Get a new one from the bank or use another card.',
  },
  bank: {
    kk: 'Төлемді картаны шығарған банк қабылдамады. Себебін банктен біліңіз немесе басқа картамен төлеңіз.',
    ru: 'Платёж отклонил банк, выпустивший карту. Уточните причину в банке или оплатите другой картой.',
    en: 'The bank that issued the card declined the payment. Ask the bank why, or use another card.',
  },
  other_card: {
    kk: 'Бұл картамен төлеу мүмкін болмады. Басқа картамен төлеңіз.',
    ru: 'Оплатить этой картой не удалось. Оплатите другой картой.',
    en: 'This card could not be used. Please pay with another card.',
  },
  later: {
    kk: 'Банкпен байланыс болмады. Біраз уақыттан кейін қайталап көріңіз.',
    ru: 'Не было связи с банком. Попробуйте ещё раз немного позже.',
    en: 'The bank could not be reached. Please try again a little later.',
  },
  amount: {
    kk: 'Банк бұл соманы қабылдамады. Соманы тексеріңіз немесе бізге жазыңыз.',
    ru: 'Банк не принял эту сумму. Проверьте сумму или напишите нам.',
    en: 'The bank did not take this sum. Check the sum or write to us.',
  },
};
