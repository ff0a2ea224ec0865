import { deadlineReport, monthSpan, type TermCount } from './deadline-report';

const iso = (at: number) => new Date(at + 5 * 3_600_000).toISOString().slice(0, 16);
const HOUR = 3_600_000;
const term = (changed: Partial<TermCount>): TermCount => ({
  kind: 'refund_10_days',
  status: 'met',
  open: false,
  count: 1,
  lateMs: 0,
  late: 0,
  ...changed,
});

it('takes a month from midnight to midnight of Almaty, over the end of the year', () => {
  const { after, until } = monthSpan('2026-12');
  expect([iso(after), iso(until)]).toEqual(['2026-12-01T00:00', '2027-01-01T00:00']);
});

it('counts what was judged, and is silent about a share of nothing', () => {
  const { terms } = deadlineReport(
    '2026-11',
    [
      term({ count: 7 }),
      term({ status: 'breached', count: 2, lateMs: 6 * HOUR, late: 2 }),
      term({ status: 'breached', open: true }),
      term({ status: 'void', count: 4 }),
      term({ status: 'running', open: true, count: 5 }),
    ],
    [],
    [],
  );
  expect(terms[0]).toEqual({
    kind: 'refund_10_days',
    met: 7,
    breached: 3,
    open: 1,
    running: 5,
    void: 4,
    onTime: 70,
    lateMs: 3 * HOUR,
  });
  expect(terms[1]).toMatchObject({ kind: 'card_refund_3_working_days', onTime: null, lateMs: null });
});

it('lets the causes add up to the breaches', () => {
  const { causes } = deadlineReport(
    '2026-11',
    [term({ status: 'breached', count: 3 })],
    [{ kind: 'refund_10_days', cause: 'gateway_down', count: 2 }],
    [],
  );
  expect(causes).toEqual([
    { kind: 'refund_10_days', cause: 'gateway_down', count: 2 },
    { kind: 'refund_10_days', cause: 'unrecorded', count: 1 },
  ]);
});

it('tells how long closed claims stood in each state', () => {
  const closedAt = 100 * HOUR;
  const { states, closed } = deadlineReport(
    '2026-11',
    [],
    [],
    [4, 10, 30].map((hours) => ({
      closedAt,
      times: { state: 'resolved', since: closedAt, spent: { in_review: hours * HOUR, approved: HOUR } },
    })),
  );
  expect(closed).toBe(3);
  expect(states).toEqual([
    { state: 'in_review', claims: 3, averageMs: (44 * HOUR) / 3, medianMs: 10 * HOUR, longestMs: 30 * HOUR },
    { state: 'approved', claims: 3, averageMs: HOUR, medianMs: HOUR, longestMs: HOUR },
  ]);
});
