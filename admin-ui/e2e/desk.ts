import type { Browser, Locator, Page } from 'playwright-core';
import { watch } from './browser';
import type { RunningProduct } from './product';
import { until } from './until';
import { type Locale, type Say, wordsOf } from './words';

export type Person = 'reviewer' | 'reviewer2' | 'manager' | 'manager2' | 'auditor' | 'admin';

/** One person at the desk in one language: the page, its words, and the acts that many stories share. */
export interface Desk {
  person: Person;
  page: Page;
  say: Say;
  /** What the page did that it never may. */
  faults: string[];
  /** Goes to a hash route, `/claims`. */
  go: (path: string) => Promise<void>;
  /** Finds a claim by its number in the search of the frame and opens it. */
  openClaim: (number: string) => Promise<void>;
  /** The panel of the workspace with this heading. */
  panel: (key: string) => Locator;
  /** Does what the server is to refuse; the browser's own line about that status is then no fault. */
  refused: (status: number, act: () => Promise<void>) => Promise<void>;
  button: (key: string, args?: Record<string, unknown>) => Locator;
}

const NAMES: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };
const SIZE = { width: 1440, height: 1000 };

/** A fresh browser context, on the sign-in page. */
export async function visit(
  browser: Browser,
  product: RunningProduct,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'ru-RU' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults = watch(page, product.url);
  await page.goto(`${product.url}/`);
  return { page, faults };
}

/** Chooses the language on the sign-in page, signs in and waits for the frame. */
export async function signIn(
  browser: Browser,
  product: RunningProduct,
  person: Person,
  locale: Locale,
): Promise<Desk> {
  const { page, faults } = await visit(browser, product);
  const say = wordsOf(locale);
  await page.getByTestId('locales').getByText(NAMES[locale]).click();
  await page.locator(`html[lang="${locale}"]`).waitFor();
  await page.getByLabel(say('app.login.email')).fill(`${person}@umami.kz`);
  await page.getByLabel(say('app.login.password')).and(page.locator('input')).fill(product.password);
  await page.getByRole('button', { name: say('app.login.signIn') }).click();
  await page.getByRole('navigation').first().waitFor();

  const go = async (path: string) => {
    await page.goto(`${product.url}/#${path}`);
  };
  return {
    person,
    page,
    say,
    faults,
    go,
    openClaim: async (number) => {
      const search = page.getByRole('searchbox', { name: say('app.search.label') });
      await search.fill(number);
      await search.press('Enter');
      await page.getByTestId('claim-row').filter({ hasText: number }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    refused: async (status, act) => {
      const before = faults.length;
      await act();
      const own = faults.splice(before);
      faults.push(...own.filter((fault) => !fault.includes(`responded with a status of ${String(status)}`)));
    },
    panel: (key) => page.getByRole('region', { name: say(key), exact: true }),
    button: (key, args) => page.getByRole('button', { name: say(key, args) }),
  };
}

/** The number of the only claim of a customer, read in the queue. */
export async function claimNumberOf(desk: Desk, name: string): Promise<string> {
  await desk.go('/claims');
  const row = desk.page.getByTestId('claim-row').filter({ hasText: name });
  const text = await until(`a claim of ${name} in the queue`, async () => {
    if ((await row.count()) === 0) return null;
    return row.first().textContent();
  });
  return /UM-\d{4}-\d{6}/.exec(text)?.[0] ?? '';
}
