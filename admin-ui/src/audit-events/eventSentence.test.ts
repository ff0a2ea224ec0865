import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import polyglot from 'ra-i18n-polyglot';
import { en } from '../i18n/en';
import { kk } from '../i18n/kk';
import { ru } from '../i18n/ru';
import { AUDIT_ACTS, AUDIT_RESOURCES, actKey, pageOfRecord } from './acts';
import { eventSentence } from './eventSentence';
import type { TrailEvent } from './types';

const inLanguage = (messages: typeof en) => {
  const provider = polyglot(() => messages, 'xx', [], { allowMissing: true });
  return (key: string, options?: Record<string, unknown>) => provider.translate(key, options);
};
const event = (part: Partial<TrailEvent>): TrailEvent => ({
  id: 'e',
  at: '2026-11-26T05:00:00Z',
  actorId: null,
  actorName: null,
  action: 'claim.proposed',
  resource: 'claims',
  resourceId: 'c',
  claimId: 'c',
  data: {},
  address: null,
  ...part,
});

it.each([
  ['kk', kk],
  ['ru', ru],
  ['en', en],
] as const)('has a sentence for every act and a word for every record in %s', (_language, messages) => {
  const translate = inLanguage(messages);
  for (const act of AUDIT_ACTS) expect(translate(actKey(act), { _: '' })).not.toBe('');
  for (const resource of AUDIT_RESOURCES) {
    expect(translate(`records.resource.${resource}`, { _: '' })).not.toBe('');
    expect(translate(`records.resourceOne.${resource}`, { _: '' })).not.toBe('');
  }
});

it.each<[Partial<TrailEvent>, string]>([
  [{}, 'Sent a decision for approval'],
  [
    { action: 'order.created', data: { number: 'SO-1', totalMinor: 1_250_000 } },
    'An order was entered: № SO-1, 12\u00A0500\u00A0₸',
  ],
  [{ action: 'payouts.stopped', data: { reason: 'odd sums' } }, 'Stopped all payouts: «odd sums»'],
  [{ action: 'user.invited', data: { role: 'auditor' } }, 'Invited a colleague: Auditor'],
  [
    { action: 'export.made', resource: 'orders', data: { rows: 21, filteredBy: [] } },
    'Took a list as a file: orders, 21 rows',
  ],
  [
    { action: 'audit.verified', data: { checked: 5, faults: 0 } },
    'Checked the chain of the audit trail: faults: 0',
  ],
  [{ action: 'a.new_act' }, 'a.new_act'],
])('reads %j as a sentence', (part, sentence) => {
  expect(eventSentence(inLanguage(en), event(part))).toBe(sentence);
});

it('leads to the record where it has a page', () => {
  expect(pageOfRecord('claims', 'c')).toBe('/claims/c');
  expect(pageOfRecord('orders', 'o')).toBe('/orders/o/show');
  expect(pageOfRecord('jobs', 'j')).toBeNull();
  expect(pageOfRecord('orders', null)).toBeNull();
});

/** Every act that the server may write, read from its source. */
function writtenActs(): string[] {
  const features = join(__dirname, '../../../server/features');
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(features, file), 'utf8');
      const named = [...source.matchAll(/(?:\baction: |\b(?:audit|tell)\([\w, ]*)'([a-z_]+\.[a-z_]+)'/g)];
      const events = [...source.matchAll(/\bevent\('([a-z_]+)'/g)];
      return [...named.map(([, name]) => name ?? ''), ...events.map(([, name]) => `claim.${name ?? ''}`)];
    });
}

it('knows every act that the server writes', () => {
  // Commands, which are remembered under a name of their own.
  const commands = ['claims.create', 'claims.next', 'payouts.stop', 'payouts.resume'];
  const acts = [...new Set(writtenActs())].filter((act) => !commands.includes(act));
  expect(acts.length).toBeGreaterThan(50);
  expect(acts.filter((act) => !(AUDIT_ACTS as readonly string[]).includes(act))).toEqual([]);
});
