import type { AuditEvent, Message } from '../../shared/types';

export interface TimelineEntry {
  id: string;
  at: string;
  actorId: string | null;
  actorName?: string | null;
  topic: 'mail' | 'money' | 'note' | 'other';
  /** Of the catalogue, under `claim.event`: the audit action with its dots as underscores. */
  key: string;
  /** The words of a note. */
  text?: string;
}

/** Audit events and internal notes as one list, newest first. Looking at papers is audited but is no news here. */
export function timelineOf(events: readonly AuditEvent[], messages: readonly Message[]): TimelineEntry[] {
  const notes = messages
    .filter((message) => message.kind === 'note')
    .map<TimelineEntry>((note) => ({
      id: note.id,
      at: note.createdAt,
      actorId: note.authorId ?? null,
      topic: 'note',
      key: 'note',
      text: note.text ?? '',
    }));
  const news = events
    .filter((event) => !QUIET.test(event.action))
    .map<TimelineEntry>((event) => ({
      id: event.id,
      at: event.at,
      actorId: event.actorId,
      actorName: event.actorName,
      topic: topicOf(event.action),
      key: event.action.replace(/[.-]/g, '_'),
    }));
  return [...notes, ...news].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

const QUIET = /^(document\.viewed|claim\.noted)$/;

function topicOf(action: string): TimelineEntry['topic'] {
  if (/^(message|letter|mail)\b|replied|documents-requested/.test(action)) return 'mail';
  if (/^(refund|payout|payment)\b|approved|resolved/.test(action)) return 'money';
  return 'other';
}
