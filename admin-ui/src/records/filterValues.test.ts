import { boundOf, chosenValues, countFilters, dayOfBound, withFilter } from './filterValues';

it('sets a filter and takes it away when it says nothing', () => {
  expect(withFilter({ q: 'a' }, 'state', ['x'])).toEqual({ q: 'a', state: ['x'] });
  for (const empty of ['', undefined, []])
    expect(withFilter({ q: 'a', state: 'x' }, 'state', empty)).toEqual({ q: 'a' });
  expect(withFilter({}, 'active', false)).toEqual({ active: false });
});

it('reads one value and several alike', () => {
  expect(chosenValues({ state: 'x' }, 'state')).toEqual(['x']);
  expect(chosenValues({ state: ['x', 'y', 3] }, 'state')).toEqual(['x', 'y']);
  expect(chosenValues({}, 'state')).toEqual([]);
});

it('takes whole days of Almaty, the last one included', () => {
  expect(boundOf('2026-11-20', 'gte', 'instant')).toBe('2026-11-19T19:00:00.000Z');
  expect(boundOf('2026-11-20', 'lte', 'instant')).toBe('2026-11-20T18:59:59.999Z');
  expect(boundOf('2026-11-20', 'lte', 'day')).toBe('2026-11-20');
  for (const odd of ['', '2026-13-01', '20.11.2026']) expect(boundOf(odd, 'gte', 'day')).toBeUndefined();
});

it('shows the day that a bound stands for', () => {
  expect(dayOfBound('2026-11-19T19:00:00.000Z')).toBe('2026-11-20');
  expect(dayOfBound('2026-11-20T18:59:59.999Z')).toBe('2026-11-20');
  expect(dayOfBound('2026-11-20')).toBe('2026-11-20');
  expect(dayOfBound(undefined)).toBe('');
});

it('counts a range as one filter and the search as none', () => {
  expect(countFilters({ q: 'a', at_gte: 'x', at_lte: 'y', state: ['z'] })).toBe(2);
});
