import { LANGUAGES } from './claim';
import { DECLINE_CAUSES, declineCause, declineText, retryIsFutile } from './decline-reasons';

it.each([
  [5051, 'funds'],
  [5054, 'expired'],
  [5033, 'expired'],
  [5082, 'wrong_details'],
  [5014, 'wrong_details'],
  [5057, 'not_for_internet'],
  [5012, 'not_for_internet'],
  [5207, 'not_for_internet'],
  [5005, 'bank'],
  [5206, 'bank'],
  [5113, 'other_card'],
  [5096, 'later'],
  [5013, 'amount'],
  [9999, 'bank'],
  [0, null],
])('%d means %s', (code, cause) => expect(declineCause(code)).toBe(cause));

it('reads 5054 as an expired card, not as too little money', () => {
  expect(declineText(declineCause(5054) ?? 'bank', 'ru')).toContain('Срок действия');
});

it('speaks of each cause in each language and never asks for card data', () => {
  const texts = DECLINE_CAUSES.flatMap((cause) => LANGUAGES.map((language) => declineText(cause, language)));
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).not.toMatch(/CVV|CVC|send us your/i);
});

it('knows when trying again is futile', () => {
  expect([5057, 5001, 5051, 5054, 0].map(retryIsFutile)).toEqual([true, true, false, false, false]);
});
