import type { SpecialDay } from '../calendar-days/types';
import { daysAfter, draftOf, kindsOf, namesOf, withEdit } from './edits';

const known: SpecialDay = {
  id: '2026-12-16',
  day: '2026-12-16',
  kind: 'holiday',
  nameKk: 'Тәуелсіздік күні',
  nameRu: 'День Независимости',
  nameEn: 'Independence Day',
  source: 'law',
  confidence: 'high',
};
const off = { day: '2026-12-17', kind: 'day_off', ...namesOf('day_off'), source: 'an order' } as const;

it('offers a weekend what a weekend can be, and a weekday what a weekday can be', () => {
  expect(kindsOf('2026-12-19')).toEqual([null, 'holiday', 'working_weekend']);
  expect(kindsOf('2026-12-18')).toEqual([null, 'holiday', 'day_off', 'moved_day_off']);
});

it('keeps one edit a day, in order, and drops one that changes nothing', () => {
  const one = withEdit([], off, undefined);
  const earlier = { ...off, day: '2026-12-14' };
  const two = withEdit(one, earlier, undefined);
  expect(two.map(({ day }) => day)).toEqual(['2026-12-14', '2026-12-17']);
  const again = withEdit(two, { ...off, source: 'another order' }, undefined);
  expect(again).toHaveLength(2);
  expect(withEdit(again, { ...off, kind: null }, undefined)).toEqual([earlier]);
  expect(withEdit([], draftOf(known.day, [], known), known)).toEqual([]);
  expect(withEdit([], { ...draftOf(known.day, [], known), kind: null }, known)).toHaveLength(1);
});

it('begins the form of a day with what is being changed, then with the calendar, then with nothing', () => {
  expect(draftOf(off.day, [off], undefined)).toBe(off);
  expect(draftOf(known.day, [], known)).toMatchObject({ kind: 'holiday', nameKk: 'Тәуелсіздік күні' });
  expect(draftOf('2026-12-18', [], undefined)).toMatchObject({ kind: null, nameKk: '' });
});

it('shows the year as the edits would leave it', () => {
  const after = daysAfter([known], [off, { ...draftOf(known.day, [], known), kind: null }]);
  expect([...after.keys()]).toEqual(['2026-12-17']);
});
