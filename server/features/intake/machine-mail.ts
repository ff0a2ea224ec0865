import type { ReadMail } from '../../mailbox-port';
import { addressOf } from '../letters';

/** Why nobody answers this message (RFC 3834); stable codes for the ledger. */
export type MachineReason = 'auto-submitted' | 'bounce' | 'list' | 'bulk' | 'ourselves';

/** The sign that a machine wrote this message, or null for a person's. */
export function machineSign(mail: ReadMail, envelopeFrom: string, mailFrom: string): MachineReason | null {
  const { headers, from } = mail;
  const has = (name: string) => headers[name] !== undefined;
  const ours = addressOf(mailFrom);
  if (from.address === ours || withoutTag(from.address) === ours) return 'ourselves';
  const report = /^\s*multipart\/report\b/i.test(headers['content-type'] ?? '');
  const nullPath = /^\s*<\s*>\s*$/.test(headers['return-path'] ?? '');
  if (envelopeFrom === '' || nullPath || report || /^(mailer-daemon|postmaster)@/.test(from.address))
    return 'bounce';
  const automatic = headers['auto-submitted']?.trim().toLowerCase();
  if (automatic !== undefined && !/^no\b/.test(automatic)) return 'auto-submitted';
  if (has('x-autoreply') || has('x-autorespond')) return 'auto-submitted';
  if (has('list-id') || has('list-unsubscribe') || has('list-post')) return 'list';
  if (/^\s*(bulk|junk|list|auto_reply)\b/i.test(headers.precedence ?? '')) return 'bulk';
  return null;
}

function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}
