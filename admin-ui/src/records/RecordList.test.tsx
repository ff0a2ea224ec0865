import { ThemeProvider, createTheme } from '@mui/material/styles';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import polyglot from 'ra-i18n-polyglot';
import { AdminContext, HttpError, memoryStore, type DataProvider, type GetListParams } from 'react-admin';
import { kk } from '../i18n/kk';
import { lightTheme } from '../theme/theme';
import { RecordList, type RecordListProps } from './RecordList';

interface Asked {
  filter: unknown;
  sort: unknown;
}
let asked: Asked[];
let wide = true;

beforeEach(() => {
  asked = [];
  wide = true;
  window.location.hash = '';
  window.matchMedia = (query: string) =>
    ({
      matches: !wide,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});

const rows = [
  { id: 'a', number: 'SO-1', totalMinor: 1_250_000, currency: 'KZT' },
  { id: 'b', number: 'SO-2', totalMinor: 30_000, currency: 'KZT' },
];

function show(
  answer: (params: GetListParams) => Promise<{ data: object[]; total: number }>,
  props: Partial<RecordListProps> = {},
  may = true,
): void {
  const dataProvider = {
    getList: (_name: string, params: GetListParams) => {
      asked.push({ filter: params.filter, sort: params.sort });
      return answer(params);
    },
  } as unknown as DataProvider;
  render(
    <AdminContext
      dataProvider={dataProvider}
      i18nProvider={polyglot(() => kk, 'kk', [{ locale: 'kk', name: 'kk' }], { allowMissing: true })}
      store={memoryStore()}
      authProvider={{
        login: () => Promise.resolve(),
        logout: () => Promise.resolve(),
        checkAuth: () => Promise.resolve(),
        checkError: () => Promise.resolve(),
        getPermissions: () => Promise.resolve(),
        canAccess: () => Promise.resolve(may),
      }}
    >
      <ThemeProvider theme={createTheme(lightTheme)}>
        <RecordList
          name="orders"
          search
          exportable
          rowClick="show"
          sort={{ field: 'number', order: 'ASC' }}
          filters={[{ kind: 'choice', field: 'source', values: ['csv', 'api'], words: 'order.source' }]}
          columns={[
            { source: 'number', card: 'title' },
            { source: 'totalMinor', as: 'money', card: 'side' },
          ]}
          {...props}
        />
      </ThemeProvider>
    </AdminContext>,
  );
}
const all = () => Promise.resolve({ data: rows, total: 2 });
const lastFilter = () => asked.at(-1)?.filter;

it('shows its rows, searches when the typing pauses, and narrows by several values', async () => {
  show(all);
  expect(await screen.findByText('SO-1')).toBeInTheDocument();

  await userEvent.type(screen.getByRole('searchbox'), 'сейт');
  await waitFor(() => {
    expect(lastFilter()).toEqual({ q: 'сейт' });
  });

  await userEvent.click(screen.getByRole('combobox', { name: /Дереккөз/ }));
  await userEvent.click(screen.getByRole('option', { name: 'файлдан' }));
  await userEvent.click(screen.getByRole('option', { name: 'дүкен сайтынан' }));
  await waitFor(() => {
    expect(lastFilter()).toEqual({ q: 'сейт', source: ['csv', 'api'] });
  });
});

it('offers the file of what the filters find, to those who may take it', async () => {
  show(all);
  const link = await screen.findByRole('link', { name: 'Excel үшін CSV' });
  expect(link.getAttribute('href')).toBe('/api/exports/orders?filter=%7B%7D&language=kk');
});

it('offers no file to others', async () => {
  show(all, {}, false);
  await screen.findByText('SO-1');
  expect(screen.queryByRole('link', { name: 'Excel үшін CSV' })).toBeNull();
});

it('tells an empty list from a search that found nothing, and clears the search', async () => {
  show((params) =>
    Promise.resolve((params.filter as { q?: string }).q ? { data: [], total: 0 } : { data: rows, total: 2 }),
  );
  await userEvent.type(await screen.findByRole('searchbox'), 'x');
  await userEvent.click(await screen.findByRole('button', { name: 'Іздеу мен сүзгілерді тазалау' }));
  expect(await screen.findByText('SO-1')).toBeInTheDocument();
  expect(screen.getByRole('searchbox')).toHaveValue('');
});

it('says what an empty list waits for', async () => {
  show(() => Promise.resolve({ data: [], total: 0 }));
  expect(await screen.findByText('Әзірге тапсырыс жоқ')).toBeInTheDocument();
});

it('says that it failed, and tries again', async () => {
  let fails = true;
  // react-admin writes every failed request to the console.
  const console = jest.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
  show(() => (fails ? Promise.reject(new HttpError('app.problem.server', 500)) : all()));
  expect(await screen.findByText(/Сервер/)).toBeInTheDocument();
  fails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Қайталау' }));
  expect(await screen.findByText('SO-1')).toBeInTheDocument();
  console.mockRestore();
});

it('walks through its rows with J and K whatever the layout, and opens with Enter', async () => {
  show(all);
  await screen.findByText('SO-1');
  await userEvent.keyboard('[KeyJ]');
  await userEvent.keyboard('[KeyJ]');
  expect(document.activeElement).toHaveTextContent('SO-2');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => {
    expect(window.location.hash).toBe('#/orders/b/show');
  });
});

it('on a phone its rows are cards that are links', async () => {
  wide = false;
  show(all);
  const card = await screen.findByRole('link', { name: /SO-1/ });
  expect(card.getAttribute('href')).toBe('#/orders/a/show');
  expect(screen.queryByRole('table')).toBeNull();
});

it('on a phone it is sorted without headings', async () => {
  wide = false;
  show(all);
  await screen.findByRole('link', { name: /SO-1/ });
  await userEvent.click(screen.getByRole('button', { name: 'Сүзгілер мен сұрыптау' }));
  await userEvent.click(screen.getByRole('combobox', { name: /Сұрыптау/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Барлығы, кему ретімен' }));
  await waitFor(() => {
    expect(asked.at(-1)?.sort).toEqual({ field: 'totalMinor', order: 'DESC' });
  });
});

it('on a phone a card that opens is no button around its text', async () => {
  wide = false;
  show(() => Promise.resolve({ data: rows.slice(0, 1), total: 1 }), {
    rowClick: 'expand',
    expand: <p>More of it</p>,
  });
  await screen.findByText('SO-1');
  const arrow = screen.getByRole('button', { name: 'Жаю' });
  expect(arrow).not.toHaveTextContent('SO-1');
  await userEvent.click(arrow);
  expect(screen.getByText('More of it')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Жабу' })).toHaveAttribute('aria-expanded', 'true');
});
