/** What a person wrote. */
export interface LetterText {
  subject: string;
  text: string;
}

const REPLY_HEAD = /^.{0,200}(?:пишет|писал(?:а|\(а\))?|жазды|жазған|wrote)\s*:\s*$/iu;
const DIVIDER =
  /^\s*(?:-{2,}\s*(?:original message|исходное сообщение|бастапқы хат|пересылаемое сообщение)|_{10,}|-- ?$)/iu;

/** The text without what was quoted from earlier letters and without the signature; the whole when nothing is left. */
export function ownWords(text: string): string {
  const kept: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (REPLY_HEAD.test(line) || DIVIDER.test(line)) break;
    if (!/^\s*>/.test(line)) kept.push(line);
  }
  const own = kept.join('\n').trim();
  return own === '' ? text.trim() : own;
}

/**
 * Text for a row that is not sealed: any run of twelve or more digits (IIN, card, account) is replaced, also one
 * broken by spaces, hyphens or dots; so are IBANs.
 */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(/\bKZ\d{2}[A-Z0-9 ]{16,20}\b/giu, 'KZ…').replace(/\d(?:[ \u00a0.\-–]?\d){11,}/gu, '…');
}

/** Card numbers (13–19 digits that pass the Luhn check) as `…1234`: they are kept nowhere, not even sealed. */
export function withoutCardNumbers(text: string): string {
  return text.replace(/(?<!\d)\d(?:[ \u00a0-]?\d){12,18}(?!\d)/gu, (found) => {
    const digits = found.replace(/\D/g, '');
    return passesLuhn(digits) ? `…${digits.slice(-4)}` : found;
  });
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Text that both databases keep alike: without NUL, other control characters and half surrogate pairs. */
export function storableText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/(?![\t\n\r])\p{Cc}/gu, '');
}

/** One line for headers and lists. */
export function oneLine(text: string, length: number): string {
  return Array.from(storableText(text).replace(/\s+/gu, ' ').trim()).slice(0, length).join('');
}
