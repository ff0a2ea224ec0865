import type { AuditEvent, Message } from '../../shared/types';

export interface TimelineEntry {
  id: string;
  at: string;
  actorId: string | null;
  actorName?: string | null;
  topic: 'mail' | 'money' | 'note' | 'other';
  /** Of the catalogue: `claim.event.*` for what somebody did, `claim.letter.*` for a letter. */
  key: string;
  /** The words of a note, or the subject of a customer's letter. */
  text?: string;
  /** What the person wrote with the act, such as the reason of a return. */
  words?: string;
  /** What an audit event knows about itself. */
  data?: Record<string, unknown>;
}

/**
 * Audit events, letters and internal notes as one list, newest first. Looking at papers is audited but is no news
 * here, and a letter that left is told once, by the letter.
 */
export function timelineOf(events: readonly AuditEvent[], messages: readonly Message[]): TimelineEntry[] {
  const news = events
    .filter((event) => !QUIET.test(event.action))
    .map<TimelineEntry>((event) => ({
      id: event.id,
      at: event.at,
      actorId: event.actorId,
      actorName: event.actorName,
      topic: topicOf(event.action),
      key: `claim.event.${event.action.replace(/[.-]/g, '_')}`,
      data: event.data ?? {},
      words: Object.values(event.words ?? {})
        .filter((words) => words.trim() !== '')
        .join('\n'),
    }));
  return [...messages.map(entryOfMessage), ...news].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function entryOfMessage(message: Message): TimelineEntry {
  const { id, createdAt: at, authorId = null, kind } = message;
  if (kind === 'note')
    return { id, at, actorId: authorId, topic: 'note', key: 'claim.event.note', text: message.text ?? '' };
  const text = message.direction === 'in' ? (message.subject ?? undefined) : undefined;
  return { id, at, actorId: authorId, topic: 'mail', key: `claim.letter.${kind}`, text };
}

const QUIET = /^(document\.viewed|claim\.noted|claim\.(replied|payment_explained)|message\.sent)$/;

function topicOf(action: string): TimelineEntry['topic'] {
  if (/^(message|letter|mail)\b|documents_requested/.test(action)) return 'mail';
  if (/^(refund|payout|payment)\b|approved|resolved|payout_/.test(action)) return 'money';
  return 'other';
}
