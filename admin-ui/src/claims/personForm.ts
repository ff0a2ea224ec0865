import type { Party } from '../shared/types';

/** People beside the customer that a claim can have. */
export const PARTIES = ['payer', 'representative'] as const;
export type PartyRole = (typeof PARTIES)[number];

/** One of them as typed. */
export type PersonForm = Record<'name' | 'email' | 'phone', string> & { authorityProved: boolean };

export function formOf(party: Party | null | undefined): PersonForm {
  const { name, email, phone, authorityProved = false } = party ?? { name: null };
  return { name: name ?? '', email: email ?? '', phone: phone ?? '', authorityProved };
}

/** Nobody without a name. */
export function partyOf({ name, email, phone, authorityProved }: PersonForm): Party | null {
  if (name.trim() === '') return null;
  return { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null, authorityProved };
}
