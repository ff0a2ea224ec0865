import type { Checked } from './identity';

export interface PhoneFacts {
  /** E.164, as stored. */
  e164: string;
  kind: 'kz_mobile' | 'kz_landline' | 'russian' | 'other';
}

const KZ_MOBILE = /^\+77(?:0[0-25-8]|47|6[0-4]|71|7[5-8]|85)\d{7}$/;
const KZ_LANDLINE = /^\+77[12]\d{8}$/;

/**
 * A telephone number as people write it. A leading 8 is the trunk prefix of Kazakhstan and Russia; ten digits
 * beginning with 7 are a Kazakh number without it. `+79…` is Russia.
 */
export function checkPhone(text: string): Checked<PhoneFacts, 'form'> {
  if (!/^[+\d\s\u00a0().\-–]+$/.test(text) || text.lastIndexOf('+') > text.search(/[+\d]/))
    return { ok: false, problem: 'form' };
  const e164 = international(text.replace(/[^\d+]/g, ''));
  if (!/^\+[1-9]\d{7,14}$/.test(e164) || (e164.startsWith('+7') && e164.length !== 12))
    return { ok: false, problem: 'form' };
  return { ok: true, value: { e164, kind: kindOf(e164) } };
}

/** `+7 (702) 777 91 71`; numbers of other countries stay as they are. */
export function formatPhone(e164: string): string {
  const found = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  return found ? `+7 (${found[1]}) ${found[2]} ${found[3]} ${found[4]}` : e164;
}

function international(digits: string): string {
  if (digits.startsWith('+')) return digits;
  if (digits.length === 11 && digits.startsWith('8')) return `+7${digits.slice(1)}`;
  if (digits.length === 10 && digits.startsWith('7')) return `+7${digits}`;
  return `+${digits.replace(/^00/, '')}`;
}

function kindOf(e164: string): PhoneFacts['kind'] {
  if (KZ_MOBILE.test(e164)) return 'kz_mobile';
  if (KZ_LANDLINE.test(e164)) return 'kz_landline';
  return /^\+7[3489]/.test(e164) ? 'russian' : 'other';
}
