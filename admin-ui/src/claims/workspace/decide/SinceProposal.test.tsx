import { screen } from '@testing-library/react';
import { HttpError } from 'react-admin';
import { kk } from '../../../i18n/kk';
import type { ClaimProposal } from '../../../shared/types';
import { showOnDesk } from '../../../testing/showOnDesk';
import { WorkspaceContext, type Workspace } from '../WorkspaceContext';
import { SinceProposal } from './SinceProposal';

const words = kk.claim.approve;
const PROPOSED = '2026-11-25T05:00:00.000Z';
const list = (...data: object[]) => Promise.resolve({ data, total: data.length });

function show(messages: () => Promise<unknown>, documents = () => list()): void {
  const proposal = { proposedAt: PROPOSED } as ClaimProposal;
  showOnDesk(
    <WorkspaceContext.Provider value={{ claim: { id: 'c1' } } as unknown as Workspace}>
      <SinceProposal proposal={proposal} />
    </WorkspaceContext.Provider>,
    { getList: (name: string) => (name === 'messages' ? messages() : documents()) },
  );
}

describe('whether the customer has written since the proposal', () => {
  it('is denied when nothing came later', async () => {
    show(() => list({ id: 'm1', kind: 'customer', createdAt: '2026-11-25T04:00:00.000Z' }));
    await screen.findByText(words.sameSince);
  });

  it('counts a letter and a paper that came later', async () => {
    show(
      () => list(),
      () => list({ id: 'd1', createdAt: '2026-11-25T06:00:00.000Z' }),
    );
    await screen.findByText(words.newsSince);
  });

  it('is not denied while it is read', async () => {
    show(() => new Promise(() => undefined));
    await screen.findByRole('status', { name: kk.app.loading });
    expect(screen.queryByText(words.sameSince)).toBeNull();
  });

  it('is not denied when it could not be read', async () => {
    show(() => Promise.reject(new HttpError('Жүйе жауап бермейді', 503)));
    expect(await screen.findByRole('alert')).toHaveTextContent('Жүйе жауап бермейді');
    expect(screen.queryByText(words.sameSince)).toBeNull();
  });
});
