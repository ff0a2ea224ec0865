import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { HttpError } from 'react-admin';
import { ApprovalInbox } from '../approvals/ApprovalInbox';
import { DuplicateDialog } from '../claims/workspace/dialogs/DuplicateDialog';
import { PaymentDialog } from '../claims/workspace/dialogs/PaymentDialog';
import { WorkspaceContext, type Workspace } from '../claims/workspace/WorkspaceContext';
import { kk } from '../i18n/kk';
import { showOnDesk } from '../testing/showOnDesk';
import { UnknownPayouts } from '../unknown-payouts/UnknownPayouts';

type Answer = Promise<{ data: object[]; total: number }>;

/** A claim whose address and order are long enough to be searched for at once. */
const CLAIM = { id: 'c1', orderNumber: 'SO-1', customer: { email: 'a@example.kz' } };

function show(screenUnderTest: ReactNode, resource: string, answer: () => Answer): void {
  const dataProvider = {
    getList: (name: string) => (name === resource ? answer() : Promise.resolve({ data: [], total: 0 })),
    getOne: () => new Promise(() => undefined),
  };
  showOnDesk(
    <WorkspaceContext.Provider
      value={{ claim: CLAIM, open: () => undefined, busy: null, failure: null } as unknown as Workspace}
    >
      {screenUnderTest}
    </WorkspaceContext.Provider>,
    dataProvider,
  );
}

beforeEach(() => {
  window.matchMedia = (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});

const LISTS: [name: string, element: ReactNode, resource: string, nothing: string][] = [
  ['approvals', <ApprovalInbox key="a" />, 'claims', kk.claim.inbox.empty],
  ['refunds in doubt', <UnknownPayouts key="u" />, 'refunds', kk.desk.unknown.empty],
  ['payments to choose from', <PaymentDialog key="p" />, 'payments', kk.claim.payment.none],
  ['claims that may be repeated', <DuplicateDialog key="d" />, 'claims', kk.claim.duplicate.none],
];

describe.each(LISTS)('the list of %s', (_name, element, resource, nothing) => {
  it('is not told as empty while it is read', async () => {
    let arrive: (answer: Awaited<Answer>) => void = () => undefined;
    const read = new Promise<Awaited<Answer>>((resolve) => {
      arrive = resolve;
    });
    show(element, resource, () => read);
    expect(await screen.findByRole('status', { name: kk.app.loading })).toBeInTheDocument();
    expect(screen.queryByText(nothing)).toBeNull();

    arrive({ data: [], total: 0 });
    expect(await screen.findByText(nothing)).toBeInTheDocument();
  });

  it('is not told as empty when it could not be read, and can be read again', async () => {
    let tries = 0;
    show(element, resource, () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new HttpError('Жүйе жауап бермейді', 503))
        : Promise.resolve({ data: [], total: 0 });
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Жүйе жауап бермейді');
    expect(screen.queryByText(nothing)).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: kk.app.act.retry }));
    expect(await screen.findByText(nothing)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('a search that is too short says so instead of having found nothing', async () => {
  show(<DuplicateDialog />, 'claims', () => Promise.resolve({ data: [], total: 0 }));
  const field = await screen.findByRole('textbox');
  await userEvent.clear(field);
  await userEvent.type(field, 'ай');
  expect(screen.getByText(kk.claim.searchFrom.replace('%{count}', '3'))).toBeInTheDocument();
  expect(screen.queryByText(kk.claim.duplicate.none)).toBeNull();
});
