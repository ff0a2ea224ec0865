import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type RunningProduct, startDemoProduct } from './product';

/** Pages under the strict content security policy: a browser says aloud what the policy stops. */
let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemoProduct(), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

it.each([
  ['/api/docs', '.opblock-summary'],
  ['/', 'input[type="password"]'],
])(
  '%s works and breaks no rule',
  async (path, sign) => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const answer = await page.goto(`${product.url}${path}`);
    await page.locator(sign).first().waitFor();

    expect(complaints).toEqual([]);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe');
    await page.close();
  },
  60_000,
);
