import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The system's Chromium, without the traffic that it makes for itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
}

export interface SignInOptions {
  url: string;
  email: string;
  password: string;
  locale: 'kk' | 'ru' | 'en';
}

/** A fresh browser context, signed in, in one language. */
export async function signIn(browser: Browser, options: SignInOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(`${options.url}/`);
  await page.locator('input[type="email"], input[name="email"]').first().fill(options.email);
  await page.locator('input[type="password"]').first().fill(options.password);
  await page.locator('button[type="submit"]').first().click();
  await page.getByTestId('locales').waitFor();
  await chooseLocale(page, options.locale);
  return page;
}

export async function chooseLocale(page: Page, locale: 'kk' | 'ru' | 'en'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === locale) return;
  await page.getByTestId('locales').click();
  const names = { kk: /қаз|kk/i, ru: /рус|ru/i, en: /eng|en/i };
  await page.getByRole('menuitem', { name: names[locale] }).click();
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

/** Faults that axe finds on the page, in words; empty when clean. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}

/** Keeps a picture when E2E_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES ?? mkdtempSync(join(tmpdir(), 'qaitarym-pictures-'));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
