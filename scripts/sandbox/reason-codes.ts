/** Reason codes that the sandbox itself gives, with the texts a payer sees (our own wording). */
const REASONS: Readonly<Record<number, { reason: string; payerText: string }>> = {
  0: { reason: 'Approved', payerText: 'Оплата успешно проведена' },
  5012: { reason: 'InvalidTransaction', payerText: 'Карта не предназначена для онлайн-платежей' },
  5014: { reason: 'InvalidCardNumber', payerText: 'Проверьте данные карты или воспользуйтесь другой' },
  5051: { reason: 'InsufficientFunds', payerText: 'Недостаточно средств на карте' },
  5054: { reason: 'ExpiredCard', payerText: 'Проверьте данные карты или воспользуйтесь другой' },
  5057: { reason: 'TransactionNotPermitted', payerText: 'Свяжитесь с вашим банком' },
  5204: { reason: 'UnableToProcess', payerText: 'Свяжитесь с вашим банком' },
};

const OTHER = { reason: 'UnableToProcess', payerText: 'Свяжитесь с вашим банком' };

/** Name and payer text of a reason code; an unlisted one reads as 5204. */
export function describeReason(code: number): { reason: string; payerText: string } {
  return REASONS[code] ?? OTHER;
}
