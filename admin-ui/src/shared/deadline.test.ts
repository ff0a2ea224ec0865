import { deadlineOfClaim, deadlineOfObligation, workingDaysBetween } from './deadline';
import type { Claim, Obligation } from './types';

const claim = (
  part: Partial<Claim>,
): Pick<Claim, 'state' | 'dueOn' | 'dueAt' | 'closedAt'> & { obligations?: Obligation[] } => ({
  state: 'in_review',
  dueOn: '2026-11-30',
  dueAt: '2026-11-30T19:00:00.000Z',
  closedAt: null,
  ...part,
});
const clock = (part: Partial<Obligation>): Obligation => ({
  kind: 'refund_10_days',
  startsOn: '2026-11-20',
  dueOn: '2026-11-30',
  dueAt: '2026-11-30T19:00:00.000Z',
  internalTargetAt: '2026-11-27T12:00:00.000Z',
  status: 'running',
  calendarVersion: '2026.1',
  article: 'policy.refund.4',
  ...part,
});

it.each([
  ['2026-11-25T06:00:00Z', 'safe', 'app.deadline.left', 3, 'Wednesday to Monday over a weekend'],
  ['2026-11-27T06:00:00Z', 'soon', 'app.deadline.left', 1, 'one working day'],
  ['2026-11-30T06:00:00Z', 'soon', 'app.deadline.todayLast', undefined, 'the last day itself'],
  ['2026-11-30T18:59:59Z', 'soon', 'app.deadline.todayLast', undefined, 'a second before midnight in Almaty'],
  ['2026-11-30T19:00:00Z', 'overdue', 'app.deadline.overdue', 1, 'the first instant after the last day'],
  ['2026-12-02T06:00:00Z', 'overdue', 'app.deadline.overdue', 2, 'two working days late'],
])('at %s the chip is %s (%s %p): %s', (now, tone, text, days, _why) => {
  const facts = deadlineOfClaim(claim({}), new Date(now));
  expect(facts).toMatchObject({ tone, text });
  expect(facts.args.smart_count).toBe(days);
});

it('is violet while the claim waits for papers, but red when the ten days are over', () => {
  const waiting = claim({ state: 'needs_documents' });
  expect(deadlineOfClaim(waiting, new Date('2026-11-25T06:00:00Z')).tone).toBe('paused');
  expect(deadlineOfClaim(waiting, new Date('2026-12-01T06:00:00Z')).tone).toBe('overdue');
});

it('counts to the internal target where the clock has one', () => {
  const facts = deadlineOfClaim(claim({ obligations: [clock({})] }), new Date('2026-11-25T06:00:00Z'));
  expect(facts).toMatchObject({ tone: 'safe', args: { smart_count: 2 } });
  expect(
    deadlineOfClaim(claim({ obligations: [clock({})] }), new Date('2026-11-27T06:00:00Z')),
  ).toMatchObject({
    text: 'app.deadline.today',
    args: { time: '17:00' },
  });
});

it('says how an ended claim ended', () => {
  const ended = {
    dueOn: null,
    dueAt: null,
    closedAt: '2026-11-28T06:00:00.000Z',
    state: 'resolved' as const,
  };
  const now = new Date('2026-12-01T06:00:00Z');
  expect(deadlineOfClaim(claim({ ...ended, obligations: [clock({ status: 'met' })] }), now).tone).toBe('met');
  expect(deadlineOfClaim(claim({ ...ended, obligations: [clock({ status: 'breached' })] }), now).tone).toBe(
    'overdue',
  );
  expect(deadlineOfObligation(clock({ status: 'void' }), now).text).toBe('claim.obligationStatus.void');
});

it('believes the trace where it knows a day', () => {
  const trace = [
    { day: '2026-12-15', counted: true, working: true, reason: 'counted' as const },
    { day: '2026-12-16', counted: false, working: false, reason: 'holiday' as const },
    { day: '2026-12-17', counted: true, working: true, reason: 'counted' as const },
  ];
  expect(workingDaysBetween('2026-12-15', '2026-12-17')).toBe(2);
  expect(workingDaysBetween('2026-12-15', '2026-12-17', trace)).toBe(1);
});
