import { weeksOf } from './monthDays';

it.each([
  [2026, 2, 4, '2026-02-01', 6],
  [2026, 11, 6, '2026-11-01', 6],
  [2027, 2, 4, '2027-02-01', 0],
  [2024, 2, 5, '2024-02-01', 3],
])('%i-%i has its days in %i weeks from Monday', (year, month, weeks, first, column) => {
  const rows = weeksOf(year, month);
  expect(rows.length).toBe(weeks + (column === 6 && month === 2 ? 1 : 0));
  expect(rows[0]?.indexOf(first)).toBe(column);
  expect(rows.every((row) => row.length === 7)).toBe(true);
});

it('knows the leap day', () => {
  expect(weeksOf(2024, 2).flat()).toContain('2024-02-29');
  expect(weeksOf(2026, 2).flat().filter(Boolean)).toHaveLength(28);
});
