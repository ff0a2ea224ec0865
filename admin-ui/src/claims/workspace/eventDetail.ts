import { formatMoney } from '../../shared/format';
import type { TimelineEntry } from './timeline';

type Say = (key: string, options?: Record<string, unknown>) => string;

/** What an event was about, in a few words: which check and its answer, to whom, which papers, how much. */
export function eventDetail(
  { key, data = {}, text }: TimelineEntry,
  say: Say,
  nameOf: (id: string) => string | undefined,
): string {
  const word = (value: unknown, where: string) =>
    typeof value === 'string' ? say(`${where}.${value}`, { _: value }) : '';
  switch (key.split('.').pop()) {
    case 'customer':
      return text ? `«${text}»` : '';
    case 'claim_assigned':
      return typeof data.to === 'string' ? (nameOf(data.to) ?? '') : say('claim.assign.free');
    case 'claim_checked':
      return `${word(data.item, 'claim.check')}: ${say(data.ok === true ? 'claim.check.pass' : 'claim.check.fail')}`;
    case 'claim_documents_requested':
      return listOf(data.items)
        .map((item) => word(item, 'claim.document'))
        .join(', ');
    case 'claim_goods_changed':
      return word(data.to, 'claim.goods');
    case 'document_added':
    case 'document_retyped':
      return word(data.type ?? data.to, 'claim.document');
    case 'claim_edited':
      return Object.keys(typeof data.after === 'object' && data.after !== null ? data.after : {})
        .map((field) => word(field, 'claim.field'))
        .join(', ');
    default:
      return typeof data.amountMinor === 'number' ? formatMoney(data.amountMinor) : '';
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
