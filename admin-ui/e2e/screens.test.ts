import { DEFAULT_LEGAL_SETTINGS } from '../../server/domain/legal-settings';
import type { Page } from 'playwright-core';
import { axeFaults } from './browser';
import { type Desk, type Person, visit } from './desk';
import { setStage } from './stage';
import { type Locale, wordsOf } from './words';

// Every screen of the desk with the demo's data: nothing that axe minds, no key of the catalogue in sight, nothing
// wider than the window. In Kazakh by day, in Russian by night, and on a telephone.
const stage = setStage();

interface Look {
  locale: Locale;
  theme: 'light' | 'dark';
  width: number;
}
const LOOKS: Look[] = [
  { locale: 'kk', theme: 'light', width: 1440 },
  { locale: 'ru', theme: 'dark', width: 1440 },
  { locale: 'kk', theme: 'dark', width: 390 },
];

/** Addresses; `:id` is the first record of its list, of those that a filter behind the address finds. What one role has seen another need not see again. */
const SCREENS: Record<string, string[]> = {
  manager: [
    '/',
    '/claims',
    '/claims/create',
    '/approvals',
    '/unknown-payouts',
    '/payouts',
    '/payments',
    '/payments/:id/show',
    '/payments/:id/show {"status":"Declined"}',
    '/refunds',
    '/refunds/:id/show',
    '/orders',
    '/orders/:id/show',
    '/orders/create',
    '/orders/import',
    '/customers',
    '/customers/:id/show',
    '/mail-ledger',
    '/mail-ledger/:id/show',
    '/mail-ledger/:id/show {"reason":"payment-failed"}',
    '/exceptions',
    '/gateway-events',
    '/audit-events',
    '/calendar-days',
    '/deadlines',
    '/warnings',
    '/breaches',
    '/deadline-report',
    '/account',
    '/jobs',
    '/no-such-screen',
  ],
  admin: [
    '/',
    '/users',
    '/users/:id/show',
    '/users/create',
    '/jobs',
    '/settings',
    '/calendar-editor',
    '/api-tokens',
  ],
  auditor: ['/claims', '/orders/:id/show'],
};

/** States in which the demo has claims; the workspace looks another way in each. */
const STATES = [
  'received',
  'needs_documents',
  'in_review',
  'proposed',
  'in_payout',
  'resolved',
  'rejected',
  'withdrawn',
  'duplicate',
];

describe.each(LOOKS)('in $locale, $theme, $width px', (look) => {
  stage.story()('the pages before the desk are clean', async () => {
    const { page, faults } = await visit(stage.browser(), stage.product());
    await page.setViewportSize({ width: look.width, height: 900 });
    const say = wordsOf(look.locale);
    await page
      .getByTestId('locales')
      .getByText(look.locale === 'kk' ? 'Қазақша' : 'Русский')
      .click();
    await page.getByRole('heading', { name: say('app.login.title') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(look.locale);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: say('app.login.forgot') }).click();
    await page.getByRole('heading', { name: say('app.forgot.title') }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  for (const person of Object.keys(SCREENS) as Person[]) {
    stage.story()(`the screens of the ${person} are clean`, async () => {
      const desk = await takeSeat(person, look);
      const found: string[] = [];
      for (const path of SCREENS[person] ?? []) {
        await desk.go(await addressOf(desk.page, path));
        found.push(...(await lookAt(desk.page)).map((fault) => `${path}: ${fault}`));
      }
      expect(found).toEqual([]);
      await desk.page.context().close();
    });
  }

  stage.story()('the claim is clean in every state', async () => {
    const desk = await takeSeat('manager', look);
    const found: string[] = [];
    for (const state of STATES) {
      const [claim] = await listOf(desk.page, 'claims', { state });
      await desk.go(`/claims/${String(claim?.id)}`);
      found.push(...(await lookAt(desk.page)).map((fault) => `${state}: ${fault}`));
    }
    expect(found).toEqual([]);
    await desk.page.context().close();
  });
});

/** A colleague at the desk in this language, these colours, this window. */
async function takeSeat(person: Person, { locale, theme, width }: Look): Promise<Desk> {
  const desk = await stage.signIn(person, locale);
  const { page, say } = desk;
  if (theme === 'dark') await page.getByRole('button', { name: say('app.theme.toDark') }).click();
  await page.setViewportSize({ width, height: 900 });
  // The tooltip of the button would stand on every picture.
  await page.mouse.move(width / 2, 450);
  return desk;
}

async function addressOf(page: Page, given: string): Promise<string> {
  const [path = '', filter] = given.split(' ');
  if (!path.includes(':id')) return path;
  const known = filter === undefined ? undefined : (JSON.parse(filter) as Record<string, string>);
  const [record] = await listOf(page, path.split('/')[1] ?? '', known);
  return path.replace(':id', String(record?.id));
}

async function listOf(page: Page, resource: string, filter: object = {}): Promise<{ id: string }[]> {
  const query = `/api/${resource}?range=[0,0]&filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (await (await page.request.get(new URL(query, page.url()).href)).json()) as { id: string }[];
}

/** Waits until the screen has what it shows, then judges it. */
async function lookAt(page: Page): Promise<string[]> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.MuiSkeleton-root, [role="progressbar"]').first().waitFor({ state: 'detached' });
  return faultsOf(page);
}

/** Names of files, and those of settings, which stand beside their words. */
function isMeant(key: string): boolean {
  return key.endsWith('.pdf') || key in DEFAULT_LEGAL_SETTINGS;
}

async function faultsOf(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const keys =
    text.match(
      /\b(?:app|claim|desk|order|staff|account|audit|payment|refund|setting|calendar|records|resources|ra)\.[a-zA-Z]+(?:\.\w+)*/g,
    ) ?? [];
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...(await axeFaults(page)),
    ...[...new Set(keys)].filter((key) => !isMeant(key)).map((key) => `untranslated: ${key}`),
    ...(wider > 0 ? [`wider than the window by ${String(wider)} px`] : []),
  ];
}
