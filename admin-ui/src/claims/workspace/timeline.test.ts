import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../i18n/en';
import type { AuditEvent, Message } from '../../shared/types';
import { eventDetail } from './eventDetail';
import { timelineOf } from './timeline';

const event = (id: string, at: string, action: string, data = {}): AuditEvent => ({
  id,
  at,
  actorId: 'a',
  action,
  resource: 'claims',
  resourceId: 'c',
  data,
});
const message = (part: Partial<Message>): Message => ({
  id: 'm',
  claimId: 'c',
  direction: 'in',
  kind: 'customer',
  state: 'received',
  subject: 'Ақшаны қайтару',
  text: '…',
  createdAt: '2026-11-25T06:00:00.000Z',
  ...part,
});

it('puts letters, notes and acts in one order, newest first, and tells a letter once', () => {
  const events = [
    event('1', '2026-11-25T06:00:01.000Z', 'claim.created'),
    event('2', '2026-11-25T06:05:00.000Z', 'message.sent'),
    event('3', '2026-11-25T08:00:00.000Z', 'document.viewed'),
    event('4', '2026-11-25T07:00:00.000Z', 'claim.noted'),
  ];
  const messages = [
    message({}),
    message({ id: 'n', kind: 'note', text: 'курьер', createdAt: '2026-11-25T07:00:00.000Z' }),
    message({ id: 'o', kind: 'acknowledgement', direction: 'out', createdAt: '2026-11-25T06:05:00.000Z' }),
  ];
  expect(timelineOf(events, messages).map(({ key }) => key)).toEqual([
    'claim.event.note',
    'claim.letter.acknowledgement',
    'claim.event.claim_created',
    'claim.letter.customer',
  ]);
});

it('keeps what a person wrote with an act', () => {
  const returned = { ...event('1', '', 'claim.returned'), words: { reason: 'Чек басқа тапсырыстан' } };
  expect(timelineOf([returned], [])[0]?.words).toBe('Чек басқа тапсырыстан');
});

it('says which check got which answer, to whom a claim went and how much moved', () => {
  const say = (key: string) => key;
  const names = (id: string) => (id === 'd' ? 'Данияр' : undefined);
  const of = (action: string, data: object) => {
    const [entry] = timelineOf([event('1', '', action, data)], []);
    return entry && eventDetail(entry, say, names);
  };
  expect(of('claim.checked', { item: 'same_person', ok: false })).toBe(
    'claim.check.same_person: claim.check.fail',
  );
  expect(of('claim.assigned', { to: 'd' })).toBe('Данияр');
  expect(of('claim.assigned', { to: null })).toBe('claim.assign.free');
  expect(of('refund.settled', { amountMinor: 1_250_000 })).toBe('12\u00A0500\u00A0₸');
  expect(of('claim.reopened', {})).toBe('');
});

/** Every act that the server may write under a claim, read from its source. */
function writtenActions(): string[] {
  const features = join(__dirname, '../../../../server/features');
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(features, file), 'utf8');
      const named = [...source.matchAll(/action: '((?:claim|document|message|refund)\.[a-z_]+)'/g)];
      const events = [...source.matchAll(/\bevent\('([a-z_]+)'/g)];
      return [...named.map(([, name]) => name ?? ''), ...events.map(([, name]) => `claim.${name ?? ''}`)];
    });
}

it('has words for every act that the server writes', () => {
  const quiet = ['claim.noted', 'claim.replied', 'document.viewed', 'message.sent'];
  const actions = [...new Set(writtenActions())].filter((action) => !quiet.includes(action));
  expect(actions.length).toBeGreaterThan(25);
  const words: Record<string, string> = en.claim.event;
  expect(actions.filter((action) => !(action.replace(/[.-]/g, '_') in words))).toEqual([]);
});
