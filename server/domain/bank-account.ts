import type { Checked } from './identity';

/** Bank codes inside Kazakh IBANs; a mismatch with a BIC is a warning, because lists disagree (reference §7). */
export const BANKS: Readonly<Record<string, { name: string; bic: string }>> = {
  '722': { name: 'Kaspi Bank', bic: 'CASPKZKA' },
  '601': { name: 'Halyk Bank', bic: 'HSBKKZKX' },
  '965': { name: 'ForteBank', bic: 'IRTYKZKA' },
  '998': { name: 'Alatau City Bank', bic: 'TSESKZKA' },
};

export interface IbanFacts {
  iban: string;
  bankCode: string;
  bank: { name: string; bic: string } | null;
}

/** Kazakh IBAN: `KZ`, two check digits, bank code, 13 letters or digits; mod 97 is 1 (ISO 13616). */
export function checkIban(text: string): Checked<IbanFacts, 'form' | 'check_digits'> {
  const iban = text.replace(/[\s\u00a0]/g, '').toUpperCase();
  if (!/^KZ\d{2}\d{3}[0-9A-Z]{13}$/.test(iban)) return { ok: false, problem: 'form' };
  if (mod97(iban.slice(4) + iban.slice(0, 4)) !== 1) return { ok: false, problem: 'check_digits' };
  const bankCode = iban.slice(4, 7);
  return { ok: true, value: { iban, bankCode, bank: BANKS[bankCode] ?? null } };
}

/** Bank identifier code of a Kazakh bank: four letters, `KZ`, two characters, optionally three more (ISO 9362). */
export function isKazakhBic(text: string): boolean {
  return /^[A-Z]{4}KZ[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/.test(text.trim().toUpperCase());
}

/** True when both the bank of the IBAN and the BIC are known and differ: a warning, never a stop. */
export function bicContradicts({ bank }: IbanFacts, bic: string): boolean {
  return bank !== null && isKazakhBic(bic) && !bic.trim().toUpperCase().startsWith(bank.bic);
}

/** IBANs with right check digits that a text holds, spaced in fours or not. */
export function findIbans(text: string): string[] {
  const runs = text.match(/\bKZ ?\d{2}(?:[ \u00a0]?[0-9A-Z]){16}(?![0-9A-Z])/gi) ?? [];
  return [...new Set(runs.map(checkIban).flatMap((each) => (each.ok ? [each.value.iban] : [])))];
}

function mod97(text: string): number {
  return [...text].reduce((rest, char) => {
    const value = parseInt(char, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
