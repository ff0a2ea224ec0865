import type { ParsedMail } from 'mailparser';

/** Text of a letter; its spaces are of several widths. */
export function textOf({ text }: ParsedMail): string {
  return (text ?? '').replace(/[\u00A0\u202F]/g, ' ');
}

/** The claim number in a letter's subject. */
export function numberIn({ subject }: ParsedMail): string {
  const found = /UM-\d{4}-\d{6}/.exec(subject ?? '')?.[0];
  if (found === undefined) throw new Error(`No claim number in «${subject ?? ''}»`);
  return found;
}
