import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Database } from 'sqlite3';
import { axeFaults, launchBrowser } from './browser';
import { signIn } from './desk';
import { type RunningProduct, startDemoProduct } from './product';

// Work that was given up is seen without looking for it, and runs again by one click.
let product: RunningProduct | undefined;
let browser: Browser | undefined;
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A letter that nobody could send and that is gone by now: tried again, there is nothing left to do. */
const GIVEN_UP = [
  'given-up',
  'message.send',
  'given-up',
  '{"id":"gone"}',
  'dead',
  12,
  'Error · ECONNREFUSED',
];

async function giveUpAJob(dataFolder: string): Promise<void> {
  const at = String(Date.now());
  const database = new Database(join(dataFolder, 'qaitarym.sqlite'));
  await new Promise<void>((resolve, reject) => {
    database.run(
      `INSERT INTO jobs (id, kind, "dedupKey", payload, state, tries, "lastError", "runAt", "createdAt", "finishedAt",
        "leaseUntil", fence) VALUES (?, ?, ?, ?, ?, ?, ?, ${at}, ${at}, ${at}, 0, 12)`,
      GIVEN_UP,
      (error: Error | null) => {
        if (error) reject(error);
        else resolve();
      },
    );
  });
  await new Promise((resolve) => {
    database.close(resolve);
  });
}

it('tells the administrator at once, shows why, and runs it again', async () => {
  const first = (product = await startDemoProduct());
  await first.end();
  await giveUpAJob(first.dataFolder);
  product = await first.again();
  browser = await launchBrowser();
  const { page, say, faults, go } = await signIn(browser, product, 'admin', 'ru');

  const menu = page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: say('app.nav.jobs') });
  await menu.getByText('1', { exact: true }).waitFor();
  const card = page.getByRole('link', { name: new RegExp(`${say('app.queue.troubledJobs')}\\s*1`) });
  await card.click();
  await page.getByRole('alert').getByText('1 задание не выполняется и ждёт человека.').waitFor();
  await page.getByText(say('job.now.dead')).first().waitFor();
  await page.getByText(say('job.kind.message_send')).first().click();
  await page.locator('pre').getByText('Error · ECONNREFUSED').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('button', { name: say('records.jobs.retry') }).click();
  await page.getByText(say('job.again')).waitFor();
  await page.getByRole('alert').getByText('ждёт человека').waitFor({ state: 'detached' });
  await go('/');
  await menu.getByText('1', { exact: true }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
}, 150_000);
