import { ThemeProvider, createTheme } from '@mui/material/styles';
import { render, screen } from '@testing-library/react';
import polyglot from 'ra-i18n-polyglot';
import { AdminContext, memoryStore } from 'react-admin';
import { kk } from '../i18n/kk';
import { lightTheme } from '../theme/theme';
import { allowed } from './Allowed';

const asked: unknown[] = [];

function open(may: boolean): void {
  const Screen = allowed('api-keys', 'edit', () => <p>құпия экран</p>);
  render(
    <AdminContext
      i18nProvider={polyglot(() => kk, 'kk', [{ locale: 'kk', name: 'kk' }], { allowMissing: true })}
      store={memoryStore()}
      authProvider={{
        login: () => Promise.resolve(),
        logout: () => Promise.resolve(),
        checkAuth: () => Promise.resolve(),
        checkError: () => Promise.resolve(),
        getPermissions: () => Promise.resolve(),
        canAccess: (right) => {
          asked.push(right);
          return Promise.resolve(may);
        },
      }}
    >
      <ThemeProvider theme={createTheme(lightTheme)}>
        <Screen />
      </ThemeProvider>
    </AdminContext>,
  );
}

beforeEach(() => {
  document.title = 'Кезек · Qaitarym';
});

it('shows the screen to those who hold the right', async () => {
  open(true);
  expect(await screen.findByText('құпия экран')).toBeInTheDocument();
  expect(asked.at(-1)).toMatchObject({ resource: 'api-keys', action: 'edit' });
});

it('tells others that they may not, and the tab no longer bears the name of the screen before', async () => {
  open(false);
  expect(
    await screen.findByRole('heading', { level: 1, name: kk.ra.page.access_denied }),
  ).toBeInTheDocument();
  expect(screen.queryByText('құпия экран')).toBeNull();
  expect(document.title).toBe(`${kk.ra.page.access_denied} · Qaitarym`);
});
