import { makeRenderer } from '../../server/adapters/rendering';
import { stateIs } from './acts';
import { axeFaults } from './browser';
import { formatDay } from '../src/shared/format';
import type { Desk } from './desk';
import { applicationOf, idCardOf, signerOf } from './papers';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// A demand made by telephone three days ago, by somebody without a mail address; then the next claim in line.
const stage = setStage();
const DAY = daysAgo(3);

const STORIES = [
  {
    locale: 'kk',
    order: 'SO-74001',
    name: 'Қанат Өмірзақов',
    goods: 'Құмыра',
    reason: 'Қоңырау сол күні болды',
    files: ['Өтініш (қол қойылған).pdf', 'Жеке куәлік, алды.jpg'],
  },
  {
    locale: 'ru',
    order: 'SO-74002',
    name: 'Геннадий Щербаков',
    goods: 'Кувшин',
    reason: 'Клиент звонил в тот день',
    files: ['Заявление (подписанное).pdf', 'Удостоверение, лицевая.jpg'],
  },
] as const;

describe.each(STORIES)('in $locale', (story) => {
  const scene = stage.story();
  const { locale, order, name } = story;
  const signer = signerOf(name, order, '11 000 ₸');

  let reviewer: Desk;
  let number: string;

  scene(
    'a claim by telephone needs a reason for its earlier day, and takes files with names of every letter',
    async () => {
      await (
        await apiOf(stage.product(), 'manager')
      ).importOrders([
        {
          number: order,
          name,
          email: '',
          handedOverOn: daysAgo(6),
          placedOn: daysAgo(8),
          lines: [{ title: story.goods, quantity: 1, price: 11_000 }],
        },
      ]);
      reviewer = await stage.signIn('reviewer', locale);
      const { page, say } = reviewer;
      await reviewer.go('/claims');
      await page.getByRole('link', { name: say('claim.queue.new') }).click();
      await page.getByLabel(say('claim.create.name')).fill(name);
      await page.getByRole('textbox', { name: say('claim.create.phone') }).fill('+7 701 123 45 67');
      await page.getByLabel(say('claim.edit.orderNumber')).fill(order);
      await page.getByLabel(say('claim.create.demandedAt')).fill(`${DAY}T10:30`);
      const { content: application } = await applicationOf(locale, signer);
      const { content: card } = await idCardOf(locale, signer);
      await page.locator('input[type="file"]').setInputFiles([
        { name: story.files[0], mimeType: 'application/pdf', buffer: application },
        { name: story.files[1], mimeType: 'image/jpeg', buffer: card },
      ]);

      await page.getByRole('button', { name: say('claim.create.submit') }).click();
      await page.getByText(say('claim.create.required')).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByLabel(say('claim.create.demandedReason')).fill(story.reason);
      await page.getByRole('button', { name: say('claim.create.submit') }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      number =
        (await page
          .getByText(/^UM-\d{4}-\d{6}$/)
          .first()
          .textContent()) ?? '';
    },
  );

  scene('the terms run from the day of the call, and the papers are there', async () => {
    const { page, say, panel } = reviewer;
    await stateIs(reviewer, 'in_review');
    await page.getByRole('button', { name: say('claim.obligation.refund_10_days') }).click();
    const why = page.getByRole('dialog', { name: say('app.why.title') });
    const dayZero = why.getByRole('listitem').filter({ hasText: say('app.why.day.day_zero') });
    expect(await dayZero.textContent()).toContain(formatDay(DAY, locale, 'dayMonth'));
    await page.keyboard.press('Escape');
    const papers = panel('claim.view.documents').getByRole('group', { name: say('claim.doc.list') });
    for (const name of story.files) {
      await papers.getByTitle(name).waitFor();
    }
  });

  scene('its letter is printed, and then counts as sent', async () => {
    const { page, say, panel } = reviewer;
    const letters = panel('claim.view.messages');
    await letters.getByText(say('claim.message.to_print')).waitFor();
    const link = letters.getByRole('link', { name: say('claim.message.print'), exact: true });
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await page.context().request.get(`${stage.product().url}${href}`);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(await wordsOf(await answer.body())).toContain(number);
    await page.reload();
    await letters.getByText(say('claim.message.sent'), { exact: true }).waitFor();
  });

  scene('a program that calls itself a PDF is refused, and what was there stays', async () => {
    const { page, say, panel } = reviewer;
    const documents = panel('claim.view.documents');
    await reviewer.refused(415, async () => {
      const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096, 7)]);
      await documents
        .locator('input[type="file"]')
        .setInputFiles({ name: 'чек.pdf', mimeType: 'application/pdf', buffer: program });
      await page.getByText(say('app.problem.unsupported-file')).first().waitFor();
    });
    const papers = documents.getByRole('group', { name: say('claim.doc.list') });
    expect(await papers.getByRole('button').count()).toBe(2);
  });

  scene('the goods come back line by line', async () => {
    const { page, say, panel } = reviewer;
    const lines = panel('claim.lines.title');
    await lines.getByRole('combobox', { name: `${say('claim.lines.goods')}: ${story.goods}` }).click();
    await page.getByRole('option', { name: say('claim.goods.inspected') }).click();
    await lines.getByText(say('claim.goods.inspected')).waitFor();
    await until('the check of the goods', () =>
      panel('claim.check.title')
        .getByRole('checkbox', { name: say('claim.check.goods') })
        .isChecked(),
    );
  });

  scene('the next claim in line is taken by one key', async () => {
    const { page, say } = reviewer;
    await reviewer.go('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('KeyN');
    await page
      .getByRole('button', { name: say('claim.view.assignee', { name: 'Айгерім Сәрсенова' }) })
      .waitFor();
  });
});

async function wordsOf(pdf: Buffer): Promise<string> {
  const renderer = makeRenderer();
  const found = await renderer.inspect(pdf);
  await renderer.close();
  if (found.problem !== null) throw new Error(`The letter cannot be read: ${found.problem}`);
  return found.text;
}
