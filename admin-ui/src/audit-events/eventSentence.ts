import { formatMoney } from '../shared/format';
import { actKey } from './acts';
import type { TrailEvent } from './types';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/**
 * An event as a sentence: what was done, and behind a dash the facts that say how much or which. An act that no
 * dictionary knows stands as the server names it.
 */
export function eventSentence(translate: Translate, event: TrailEvent): string {
  const act = translate(actKey(event.action), { _: event.action });
  const facts = factsOf(translate, event);
  return facts.length > 0 ? `${act}: ${facts.join(', ')}` : act;
}

function factsOf(translate: Translate, { action, data, resource }: TrailEvent): string[] {
  if (action === 'export.made') {
    const what = translate(`records.resource.${resource}`, { _: resource });
    return [what, translate('audit.rows', { smart_count: numberOf(data?.rows) ?? 0 })];
  }
  if (action === 'audit.verified') {
    return [translate('audit.faults', { smart_count: numberOf(data?.faults) ?? 0 })];
  }
  if (action === 'claim.checked') {
    const item = textOf(data?.item) ?? '';
    const answer = translate(
      `audit.answer.${data?.ok === true ? 'yes' : data?.ok === false ? 'no' : 'open'}`,
    );
    return [`${translate(`claim.check.${item}`, { _: item })} – ${answer}`];
  }
  const number = textOf(data?.number);
  const amount = numberOf(data?.amountMinor) ?? numberOf(data?.totalMinor) ?? numberOf(data?.sumMinor);
  const reason = textOf(data?.reason);
  const role = textOf(data?.role);
  return [
    ...(number ? [`№ ${number}`] : []),
    ...(amount === null ? [] : [formatMoney(amount, textOf(data?.currency) ?? undefined)]),
    ...(role ? [translate(`app.role.${role}`, { _: role })] : []),
    ...(reason ? [`«${reason}»`] : []),
  ];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
