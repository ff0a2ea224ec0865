import TextField from '@mui/material/TextField';
import { render, screen } from '@testing-library/react';
import polyglot from 'ra-i18n-polyglot';
import type { ReactNode } from 'react';
import { AdminContext, memoryStore } from 'react-admin';
import { kk } from '../../../i18n/kk';
import { ConfirmDialog } from './ConfirmDialog';

function ask(children?: ReactNode): void {
  render(
    <AdminContext
      i18nProvider={polyglot(() => kk, 'kk', [{ locale: 'kk', name: 'kk' }], { allowMissing: true })}
      store={memoryStore()}
    >
      <ConfirmDialog
        open
        title="Ақша кетсін бе?"
        confirm="Жіберу"
        onClose={() => undefined}
        onConfirm={() => undefined}
      >
        {children}
      </ConfirmDialog>
    </AdminContext>,
  );
}

it('a question begins on the safe button', () => {
  ask();
  expect(screen.getByRole('button', { name: kk.app.act.cancel })).toHaveFocus();
});

it('a form begins in its first field', () => {
  ask(
    <>
      <TextField id="first" label="Аты" />
      <TextField id="second" label="Тегі" />
    </>,
  );
  expect(screen.getByRole('textbox', { name: 'Аты' })).toHaveFocus();
});

it('a form that says where it begins is let alone', () => {
  ask(
    <>
      <TextField id="first" label="Аты" />
      <TextField id="second" label="Тегі" autoFocus />
    </>,
  );
  expect(screen.getByRole('textbox', { name: 'Тегі' })).toHaveFocus();
});
