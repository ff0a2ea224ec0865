import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpError, ListBase } from 'react-admin';
import { kk } from '../i18n/kk';
import { showOnDesk } from '../testing/showOnDesk';
import { QueueRows } from './QueueRows';

type Answer = Promise<{ data: object[]; total: number }>;
const nothing = () => Promise.resolve({ data: [], total: 0 });

function show(answer: (filter: unknown) => Answer, filter: Record<string, string>, phone = false): void {
  window.location.hash = '';
  window.matchMedia = (query: string) =>
    ({
      matches: phone,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  const dataProvider = {
    getList: (_name: string, params: { filter: unknown }) => answer(params.filter),
  };
  showOnDesk(
    <ListBase resource="claims" filterDefaultValues={filter} storeKey={false} queryOptions={{ retry: false }}>
      <QueueRows />
    </ListBase>,
    dataProvider,
  );
}

describe.each([
  ['on a desk', false],
  ['on a phone', true],
])('the queue %s', (_where, phone) => {
  it('that could not be read is not told as empty, and can be read again', async () => {
    let tries = 0;
    show(
      () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new HttpError('Жүйе жауап бермейді', 503)) : nothing();
      },
      { view: 'open' },
      phone,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Жүйе жауап бермейді');
    expect(screen.queryByText(kk.claim.queue.empty)).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: kk.app.act.retry }));
    expect(await screen.findByText(kk.claim.queue.empty)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('in which a search found nothing offers the way out of the search', async () => {
    const asked: unknown[] = [];
    show(
      (filter) => {
        asked.push(filter);
        return nothing();
      },
      { view: 'unassigned', q: 'жоқ адам' },
      phone,
    );
    await userEvent.click(await screen.findByRole('button', { name: kk.records.notFound.clear }));
    await waitFor(() => {
      expect(asked.at(-1)).toEqual({ view: 'unassigned' });
    });
    expect(await screen.findByText(kk.claim.queue.empty)).toBeInTheDocument();
  });
});

it('the queue on a phone says that it is being read, not that it is empty', async () => {
  show(() => new Promise(() => undefined), { view: 'open' }, true);
  expect(await screen.findByRole('status', { name: kk.app.loading })).toBeInTheDocument();
  expect(screen.queryByText(kk.claim.queue.empty)).toBeNull();
});
