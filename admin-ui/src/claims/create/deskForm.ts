import { atLocalTime } from '../../../../server/domain/almaty-time';
import type { Channel, ClaimKind, Language } from '../../../../server/domain/claim';
import { parseMoney } from '../../shared/format';
import { formOf, partyOf, type PersonForm } from '../personForm';

/** What staff type; everything is text until it is sent. */
export interface DeskForm {
  channel: Channel;
  language: Language;
  kind: ClaimKind;
  name: string;
  email: string;
  phone: string;
  orderNumber: string;
  requested: string;
  /** `YYYY-MM-DDTHH:mm`, Almaty; empty means now. */
  demandedAt: string;
  demandedReason: string;
  files: File[];
  /** Somebody else paid, or speaks for the customer. */
  others: boolean;
  payer: PersonForm;
  representative: PersonForm;
}

export const EMPTY_FORM: DeskForm = {
  channel: 'phone',
  language: 'kk',
  kind: 'refusal_after_handover',
  name: '',
  email: '',
  phone: '',
  orderNumber: '',
  requested: '',
  demandedAt: '',
  demandedReason: '',
  files: [],
  others: false,
  payer: formOf(null),
  representative: formOf(null),
};

/** Field → key of what is wrong with it. The server looks again at everything. */
export function validate(form: DeskForm, now: Date): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!form.name.trim()) errors.name = 'claim.create.required';
  if (form.email.trim() && !/^\S+@\S+\.\S+$/.test(form.email.trim())) errors.email = 'claim.create.badEmail';
  if (form.requested.trim() && parseMoney(form.requested) === null) errors.requested = 'claim.create.badSum';
  if (form.demandedAt) {
    if (Date.parse(instantOf(form.demandedAt)) > now.getTime()) errors.demandedAt = 'claim.create.future';
    else if (!form.demandedReason.trim()) errors.demandedReason = 'claim.create.required';
  }
  return errors;
}

/** Whether anything differs from the empty form. */
export function isFilled(form: DeskForm): boolean {
  return form.files.length > 0 || JSON.stringify(form) !== JSON.stringify(EMPTY_FORM);
}

/** Where the server's fault of a field is shown; null when no field of the form has it. */
export function fieldOf(fault: string): string | null {
  if (fault === 'requestedMinor') return 'requested';
  if (/^(payer|representative)\.(name|email|phone)$/.test(fault)) return fault;
  const name = fault.replace(/^customer\./, '');
  return name in EMPTY_FORM && name !== 'files' ? name : null;
}

/** The form as `POST /api/claims` takes it; what was left empty is left out. */
export function toClaim(form: DeskForm): Record<string, unknown> {
  const { channel, language, kind } = form;
  const requestedMinor = parseMoney(form.requested);
  return {
    channel,
    language,
    kind,
    customer: { name: form.name.trim(), email: form.email.trim() || null, phone: form.phone.trim() || null },
    ...(form.others && {
      payer: partyOf(form.payer),
      representative: partyOf(form.representative),
    }),
    ...(form.orderNumber.trim() && { orderNumber: form.orderNumber.trim() }),
    ...(requestedMinor !== null && { requestedMinor }),
    currency: 'KZT',
    ...(form.demandedAt && {
      demandedAt: instantOf(form.demandedAt),
      demandedReason: form.demandedReason.trim(),
    }),
  };
}

/** Almaty wall time as an instant, by the zone's own history. */
export function instantOf(local: string): string {
  const [day = '', time = '00:00'] = local.split('T');
  return new Date(atLocalTime(day, time.slice(0, 5))).toISOString();
}
