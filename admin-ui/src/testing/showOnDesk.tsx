import { ThemeProvider, createTheme } from '@mui/material/styles';
import { render } from '@testing-library/react';
import polyglot from 'ra-i18n-polyglot';
import type { ReactNode } from 'react';
import { AdminContext, memoryStore, type DataProvider } from 'react-admin';
import { kk } from '../i18n/kk';
import { lightTheme } from '../theme/theme';

/** Draws a part of the desk in Kazakh and in the light, with these answers in place of the server's. */
export function showOnDesk(part: ReactNode, answers: object): void {
  render(
    <AdminContext
      dataProvider={answers as DataProvider}
      i18nProvider={polyglot(() => kk, 'kk', [{ locale: 'kk', name: 'kk' }], { allowMissing: true })}
      store={memoryStore()}
    >
      <ThemeProvider theme={createTheme(lightTheme)}>{part}</ThemeProvider>
    </AdminContext>,
  );
}
