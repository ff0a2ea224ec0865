/** Makes the pictures of README.md: starts the built demo, opens its screens in Chromium and keeps small PNGs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../admin-ui/e2e/browser';
import { type Person, signIn } from '../admin-ui/e2e/desk';
import { type RunningProduct, startDemoProduct } from '../admin-ui/e2e/product';

const FOLDER = join(__dirname, '../docs/images');
const SETTLE_MS = 2_500;

interface Shot {
  name: string;
  /** Hash route, or the filter of the claim to open. */
  screen: string | { state: string; kind?: string };
}

const KAZAKH: Shot[] = [
  { name: 'overview-kk', screen: '/' },
  { name: 'claim-kk', screen: { state: 'in_review', kind: 'refusal_after_handover' } },
];
const RUSSIAN: Shot[] = [
  { name: 'approvals-ru', screen: '/approvals' },
  { name: 'unknown-payouts-ru', screen: '/unknown-payouts' },
];

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const product = await startDemoProduct();
  const browser = await launchBrowser();
  try {
    await series(browser, product, 'reviewer', 'kk', KAZAKH);
    await series(browser, product, 'manager', 'ru', RUSSIAN);
    await series(browser, product, 'manager', 'kk', [{ name: 'queue-dark-kk', screen: '/claims' }], 'dark');
    await series(
      browser,
      product,
      'reviewer',
      'ru',
      [{ name: 'queue-phone-ru', screen: '/claims' }],
      'phone',
    );
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function series(
  browser: Browser,
  product: RunningProduct,
  person: Person,
  locale: 'kk' | 'ru',
  shots: readonly Shot[],
  look: 'light' | 'dark' | 'phone' = 'light',
): Promise<void> {
  const desk = await signIn(browser, product, person, locale);
  const { page } = desk;
  if (look === 'dark') await page.getByRole('button', { name: desk.say('app.theme.toDark') }).click();
  if (look === 'phone') await page.setViewportSize({ width: 390, height: 844 });
  for (const { name, screen } of shots) {
    await desk.go(typeof screen === 'string' ? screen : `/claims/${await claimLike(page, screen)}`);
    // Page images and charts come after the facts.
    await page.waitForTimeout(SETTLE_MS);
    const bytes = await page.screenshot();
    await sharp(bytes)
      .png({ palette: true, quality: 80, effort: 9 })
      .toFile(join(FOLDER, `${name}.png`));
    console.log(`docs/images/${name}.png`);
  }
  await page.context().close();
}

async function claimLike(page: Page, filter: object): Promise<string> {
  const query = `/api/claims?range=[0,0]&filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const [claim] = (await (await page.request.get(new URL(query, page.url()).href)).json()) as {
    id: string;
  }[];
  if (!claim) throw new Error(`The demo has no such claim: ${JSON.stringify(filter)}`);
  return claim.id;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
