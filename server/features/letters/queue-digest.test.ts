import { LANGUAGES } from '../../domain/claim';
import { openDeskApp, type DeskApp } from '../../testing/desk-app';
import type { StaffDigest } from '../clocks';
import { MessageEntity } from '../messages';
import { openLetter } from '../messages/sealed-letter';
import { makeQueueDigest } from './queue-digest';

let desk: DeskApp;
beforeAll(async () => {
  desk = await openDeskApp();
});
afterAll(() => desk.close());

const line = (index: number): StaffDigest['lines'][number] => ({
  claimId: `claim-${String(index)}`,
  number: `UM-2026-${String(index).padStart(6, '0')}`,
  kind: 'answer_10_days',
  name: null,
  step: 'breach',
  dueOn: '2026-12-03',
});

async function digestOf(language: StaffDigest['language'], lines: StaffDigest['lines']) {
  const queue = makeQueueDigest({
    ...desk.parts,
    mailFrom: 'UMAMI <info@umami.kz>',
    publicUrl: 'https://desk.umami.kz',
  });
  const dedupKey = `digest:${language}:${String(lines.length)}`;
  const digest = { to: 'a@umami.kz', name: 'Айдос', language, lines, dedupKey };
  for (let twice = 0; twice < 2; twice += 1) await desk.uow.write((tx) => queue(tx, digest));
  const [message, ...others] = await desk.uow.read((tx) => tx.findBy(MessageEntity, { dedupKey }));
  expect(others).toEqual([]);
  return message ? openLetter(desk.parts.vault, message, undefined) : null;
}

it.each(LANGUAGES)('names term, last day, step and the way to the claim in %s, once', async (language) => {
  const letter = await digestOf(language, [line(7)]);
  expect(letter?.text).toMatch(
    /UM-2026-000007[\s\S]*2026[\s\S]*https:\/\/desk\.umami\.kz\/#\/claims\/claim-7/,
  );
  expect(letter?.text).not.toMatch(/[{}]/);
  expect(letter?.subject).toContain('(1)');
});

it('shows fifty terms and says how many more there are', async () => {
  const letter = await digestOf(
    'ru',
    Array.from({ length: 60 }, (_, index) => line(index)),
  );
  expect(letter?.text.match(/#\/claims\//g)).toHaveLength(50);
  expect(letter?.text).toContain('Остальные сроки (10)');
  expect(letter?.text).toContain('https://desk.umami.kz/#/warnings');
});
