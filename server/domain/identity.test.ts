import * as fc from 'fast-check';
import { bicContradicts, checkIban, findIbans, isKazakhBic } from './bank-account';
import { checkBin, checkIin, findIins, maskIin } from './identity';
import { DEFAULT_LEGAL_ENTITY } from './legal-entity';
import { checkPhone, formatPhone } from './phone';

it.each([
  ['900101300017', '1990-01-01', 'male'],
  ['991231407770', '1999-12-31', 'female'],
  ['200229500018', '2020-02-29', 'male'],
  ['900101300811', '1990-01-01', 'male'],
  ['9001 0130 0017', '1990-01-01', 'male'],
])('%s is an IIN of someone born on %s', (text, bornOn, sex) => {
  expect(checkIin(text)).toMatchObject({ ok: true, value: { bornOn, sex, warning: null } });
});

it.each([
  ['90010130001', 'form'],
  ['9001013000177', 'form'],
  ['900101700017', 'form'],
  ['900101300018', 'check_digit'],
  ['200230500015', 'date'],
  ['901301300017', 'date'],
  ['', 'form'],
])('%s is no IIN: %s', (text, problem) => expect(checkIin(text)).toEqual({ ok: false, problem }));

it('knows that 90010130080x is issued to nobody', () => {
  for (let last = 0; last <= 9; last += 1) expect(checkIin(`90010130080${last}`).ok).toBe(false);
});

it('accepts the digit of foreigners with a warning', () => {
  const found = Array.from({ length: 10 }, (_, last) => checkIin(`99123100777${last}`)).filter(
    ({ ok }) => ok,
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ value: { sex: null, warning: 'foreigner_digit', bornOn: '1999-12-31' } });
});

it('sees a wrong digit anywhere but in the eleventh place, whose weight is 11', () => {
  for (let index = 0; index < 12; index += 1) {
    for (let shift = 1; shift <= 9; shift += 1) {
      const digits = [...'991231407770'];
      digits[index] = String((Number(digits[index]) + shift) % 10);
      if (index !== 10) expect([index, shift, checkIin(digits.join('')).ok]).toEqual([index, shift, false]);
    }
  }
});

it('finds the IINs of a letter and nothing else, and masks them', () => {
  expect(
    findIins('ЖСН: 991231407770, тел 87027779171, карта 4111111111111111, 990 101 300 017, 9001-0130-0017'),
  ).toEqual(['991231407770', '900101300017']);
  expect(maskIin('991231407770')).toBe('••••••••7770');
});

it.each([
  ['120140000126', { residence: 'resident', unit: 'head', registered: '1201' }],
  [DEFAULT_LEGAL_ENTITY.bin, { residence: 'resident', unit: 'head', registered: '1904' }],
])('%s is a BIN', (text, value) => expect(checkBin(text)).toMatchObject({ ok: true, value }));

it.each([
  ['120140000127', 'check_digit'],
  ['121340000126', 'date'],
  ['900101300017', 'form'],
])('%s is no BIN: %s', (text, problem) => expect(checkBin(text)).toEqual({ ok: false, problem }));

it('accepts every account of the shop, with its own bank', () => {
  for (const { iban, bic } of DEFAULT_LEGAL_ENTITY.accounts) {
    const found = checkIban(iban);
    expect(found).toMatchObject({ ok: true, value: { bank: { bic } } });
    expect(found.ok && bicContradicts(found.value, bic)).toBe(false);
    expect(found.ok && bicContradicts(found.value, 'IRTYKZKA')).toBe(true);
    expect(isKazakhBic(bic)).toBe(true);
  }
});

it.each([
  ['KZ19 722S 0000 3219 6613', true],
  ['kz19722s000032196613', true],
  ['KZ91722S000032196613', false],
  ['KZ19722S000032196631', false],
  ['KZ19722S00003219661', false],
  ['RU19722S000032196613', false],
])('%s is an IBAN: %s', (text, ok) => expect(checkIban(text).ok).toBe(ok));

it('sees every changed or swapped character of an IBAN', () => {
  const iban = 'KZ406018771000209381';
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 19 }), fc.constantFrom(...'0123456789'), (index, digit) => {
      const changed = iban.slice(0, index) + digit + iban.slice(index + 1);
      expect(checkIban(changed).ok).toBe(changed === iban);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 18 }), (index) => {
      const swapped = `${iban.slice(0, index)}${iban.charAt(index + 1)}${iban.charAt(index)}${iban.slice(index + 2)}`;
      expect(checkIban(swapped).ok).toBe(swapped === iban);
    }),
  );
});

it('finds IBANs in a letter and tells a BIC by its form', () => {
  expect(findIbans('ЖСК: KZ19 722S 0000 3219 6613, қате: KZ20722S000032196613.')).toEqual([
    'KZ19722S000032196613',
  ]);
  expect([isKazakhBic('CASPKZKAXXX'), isKazakhBic('CASPRUKA'), isKazakhBic('CASPKZK')]).toEqual([
    true,
    false,
    false,
  ]);
});

it.each([
  ['+7 (702) 777 91 71', '+77027779171', 'kz_mobile'],
  ['8 702 777-91-71', '+77027779171', 'kz_mobile'],
  ['7027779171', '+77027779171', 'kz_mobile'],
  ['77027779171', '+77027779171', 'kz_mobile'],
  ['8 (727) 250-00-00', '+77272500000', 'kz_landline'],
  ['+7 916 123 45 67', '+79161234567', 'russian'],
  ['+998 90 123 45 67', '+998901234567', 'other'],
  ['00998901234567', '+998901234567', 'other'],
])('%s is %s (%s)', (text, e164, kind) =>
  expect(checkPhone(text)).toEqual({ ok: true, value: { e164, kind } }),
);

it.each(['', '12', '+7702777917', '+770277791711', 'call me', '+7+7027779171', '8 702 777 91 7x'])(
  '«%s» is no telephone number',
  (text) => {
    expect(checkPhone(text)).toEqual({ ok: false, problem: 'form' });
  },
);

it('writes a number as the shop writes its own', () => {
  expect(formatPhone(DEFAULT_LEGAL_ENTITY.phone)).toBe(DEFAULT_LEGAL_ENTITY.phoneText);
  expect(formatPhone('+998901234567')).toBe('+998901234567');
});
