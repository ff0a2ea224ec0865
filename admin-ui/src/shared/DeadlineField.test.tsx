import { ThemeProvider, createTheme } from '@mui/material/styles';
import { render, screen } from '@testing-library/react';
import polyglot from 'ra-i18n-polyglot';
import { CoreAdminContext, RecordContextProvider, memoryStore } from 'react-admin';
import { kk } from '../i18n/kk';
import { lightTheme } from '../theme/theme';
import { DeadlineField } from './DeadlineField';
import { MoneyField } from './MoneyField';
import type { Claim } from './types';

function show(record: Partial<Claim>, now = new Date('2026-11-26T05:00:00Z')): void {
  render(
    <CoreAdminContext i18nProvider={polyglot(() => kk, 'kk')} store={memoryStore({ locale: 'kk' })}>
      <ThemeProvider theme={createTheme(lightTheme)}>
        <RecordContextProvider value={{ id: 'c', ...record }}>
          <DeadlineField now={now} />
          <MoneyField source="requestedMinor" />
        </RecordContextProvider>
      </ThemeProvider>
    </CoreAdminContext>,
  );
}

const running = {
  state: 'in_review',
  dueOn: '2026-11-30',
  dueAt: '2026-11-30T19:00:00.000Z',
  closedAt: null,
} as const;

it('says days left and the last day in Kazakh, not by colour alone', () => {
  show({ ...running, requestedMinor: 1_250_000, currency: 'KZT' });
  expect(screen.getByText('2 жұм. күн қалды')).toBeInTheDocument();
  expect(screen.getByText('30 қараша, дс')).toBeInTheDocument();
  expect(screen.getByText('12\u00A0500\u00A0₸', { normalizer: (text) => text })).toBeInTheDocument();
});

it('says that a claim waits for papers and that its date still stands', () => {
  show({ ...running, state: 'needs_documents' });
  expect(screen.getByText('Құжат күтілуде')).toBeInTheDocument();
  expect(screen.getByText('30 қараша, дс')).toBeInTheDocument();
});

it('counts the delay', () => {
  show(running, new Date('2026-12-02T05:00:00Z'));
  expect(screen.getByText('Кешігу: 2 жұмыс күні')).toBeInTheDocument();
});

it('draws a dash for a sum that nobody knows', () => {
  show({ ...running, requestedMinor: null });
  expect(screen.getByText('—')).toBeInTheDocument();
});
