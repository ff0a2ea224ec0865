import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { until } from './until';

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

/** Nothing moves but what never ends, such as a spinner. A string, for the page's own policy forbids `eval`. */
const AT_REST = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getTiming().iterations === Infinity)`;

/** Faults that axe finds on the page, in words; empty when clean. */
export async function axeFaults(page: Page): Promise<string[]> {
  // A screen that is still being fetched is nothing to judge: its frame alone has no heading.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // What is still fading in has colours that nobody reads.
  await until('movement on the page to end', () => page.evaluate<boolean>(AT_REST));
  // One document, no frames: the mode without a second page finds the same in half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}

/**
 * What a page does that it never may, gathered as it happens: errors on its console (a breach of the Content
 * Security Policy is one), exceptions, requests to anywhere but the product.
 */
export function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url: source } = message.location();
    // The question «who am I» of somebody who is not signed in yet.
    if (source === `${url}/api/session` && message.text().includes('401')) return;
    faults.push(`console: ${message.text()} (${source})`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(`${url}/`) && !/^(data|blob):/.test(target)) faults.push(`request to ${target}`);
  });
  return faults;
}

/** Keeps a picture of the whole page for people to look at, when E2E_PICTURES names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (folder) await pictureIn(folder, page, name);
}

/** Keeps a picture of every page that is open when a scene fails, and answers where. */
export async function picturesOfFailure(pages: readonly Page[], name: string): Promise<string[]> {
  const folder = process.env.E2E_PICTURES ?? mkdtempSync(join(tmpdir(), 'qaitarym-pictures-'));
  return Promise.all(pages.map((page, index) => pictureIn(folder, page, `${name}-${String(index + 1)}`)));
}

async function pictureIn(folder: string, page: Page, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
