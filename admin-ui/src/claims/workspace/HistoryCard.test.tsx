import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpError } from 'react-admin';
import { kk } from '../../i18n/kk';
import { showOnDesk } from '../../testing/showOnDesk';
import { HistoryCard } from './HistoryCard';
import { WorkspaceContext, type Workspace } from './WorkspaceContext';

interface Answer {
  data: object[];
  total: number;
}

const CLAIM = { id: 'c1', customer: { name: 'Айгүл' } };
const EVENTS = Array.from({ length: 12 }, (_none, at) => ({
  id: `e${String(at)}`,
  at: `2026-11-${String(10 + at)}T05:00:00.000Z`,
  action: 'claim.assigned',
  actorId: null,
}));
const LETTERS = [{ id: 'm1', createdAt: '2026-11-25T05:00:00.000Z', kind: 'customer', direction: 'in' }];

function show(answers: Record<string, () => Promise<Answer>>): void {
  const dataProvider = {
    getList: (name: string) => (answers[name] ?? (() => Promise.resolve({ data: [], total: 0 })))(),
  };
  showOnDesk(
    <WorkspaceContext.Provider value={{ claim: CLAIM, mayWork: false } as unknown as Workspace}>
      <HistoryCard />
    </WorkspaceContext.Provider>,
    dataProvider,
  );
}

const list = (data: object[], total = data.length) => Promise.resolve({ data, total });

describe('the history of a claim', () => {
  test('half of it is never told as the whole, nor as nothing', async () => {
    let arrive: (answer: Answer) => void = () => undefined;
    const events = new Promise<Answer>((resolve) => {
      arrive = resolve;
    });
    show({ 'audit-events': () => events, messages: () => list(LETTERS) });

    await screen.findByRole('status', { name: kk.app.loading });
    expect(screen.queryAllByRole('listitem')).toHaveLength(0);
    expect(screen.queryByText(kk.claim.history.none)).toBeNull();

    arrive({ data: EVENTS, total: EVENTS.length });
    await screen.findByRole('button', { name: `${kk.claim.history.more} (13)` });
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('what could not be read is said, with the way to try again', async () => {
    let tries = 0;
    show({
      'audit-events': () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new HttpError('Жүйе жауап бермейді', 503)) : list(EVENTS);
      },
      messages: () => list(LETTERS),
    });

    const fault = await screen.findByRole('alert');
    expect(fault.textContent).toContain('Жүйе жауап бермейді');
    expect(screen.queryByText(kk.claim.history.none)).toBeNull();

    await userEvent.click(within(fault).getByRole('button', { name: kk.app.act.retry }));
    await screen.findByRole('button', { name: `${kk.claim.history.more} (13)` });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('nothing is told only when nothing happened', async () => {
    show({});
    await screen.findByText(kk.claim.history.none);
  });

  test('what does not fit one answer is a step away', async () => {
    show({ 'audit-events': () => list(EVENTS, 240), messages: () => list(LETTERS) });
    await userEvent.click(await screen.findByRole('button', { name: /\(13\)/u }));
    const link = screen.getByRole('link', { name: /240/u });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('{"claimId":"c1"}');
  });
});
