import type { Locator } from 'playwright-core';
import { passChecks, propose, stateIs, timelineOf } from './acts';
import { axeFaults } from './browser';
import { customerOf, type Customer } from './customer';
import { claimNumberOf, type Desk } from './desk';
import { gatewayOf, type Gateway } from './gateway';
import { numberIn, textOf } from './letters';
import { applicationOf, idCardOf, signerOf } from './papers';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// The first story of the product, in both languages of the country: a complete mail, to the money on the card and
// the letter about it.
const stage = setStage();
const SUM = '12\u00A0500\u00A0₸';

const STORIES = [
  {
    locale: 'kk',
    order: 'SO-70001',
    name: 'Айгүл Сейтқалиева',
    address: 'aigul.seitqali@example.kz',
    goods: 'Керамика кесе',
    mail: {
      subject: 'Ақшаны қайтару туралы',
      text: 'Сәлеметсіз бе! SO-70001 тапсырысының түсі сай келмеді. 12 500 тг ақшамды қайтарыңыздаршы.',
    },
    registered: 'жолданым тіркелді',
    acknowledged: [
      /Ақшаны қайтарудың соңғы күні – \d{4} жылғы \d{1,2} \p{L}+ \(\p{L}+\)/u,
      /Картаға қайтарудың соңғы күні – \d{4} жылғы/u,
      /Құжаттар толық\./u,
    ],
    returned: 'ақша қайтарылды',
    paid: /\d{4} жылғы \d{1,2} \p{L}+ .*12 500 ₸ қайтардық\. Операция нөмірі: \S+\./u,
  },
  {
    locale: 'ru',
    order: 'SO-70002',
    name: 'Елена Воробьёва',
    address: 'elena.vorobyova@example.kz',
    goods: 'Керамическая пиала',
    mail: {
      subject: 'О возврате денег',
      text: 'Здравствуйте! Не подошёл цвет товара из заказа SO-70002. Прошу вернуть 12 500 тенге.',
    },
    registered: 'зарегистрировано',
    acknowledged: [
      /Последний день для возврата денег: \d{1,2} \p{L}+ \d{4} года \(\p{L}+\)/u,
      /Последний день для возврата на карту: /u,
      /Все документы получены\./u,
    ],
    returned: 'деньги возвращены',
    paid: /\d{1,2} \p{L}+ \d{4} .*мы вернули 12 500 ₸\. Номер операции: \S+\./u,
  },
] as const;

describe.each(STORIES)('in $locale', (story) => {
  const scene = stage.story();
  const { locale, order, name } = story;
  const signer = signerOf(name, order, '12 500 ₸');

  let customer: Customer;
  let gateway: Gateway;
  let paid: { transactionId: number; lastFour: string };
  let number: string;
  let reviewer: Desk;
  let manager: Desk;

  scene('a customer writes with Application and ID copy, and is answered with number and dates', async () => {
    const product = stage.product();
    gateway = gatewayOf(product);
    customer = customerOf(product, name, story.address);
    const shop = await apiOf(product, 'manager');
    await shop.importOrders([
      {
        number: order,
        name,
        email: customer.address,
        handedOverOn: daysAgo(2),
        lines: [{ title: story.goods, quantity: 2, price: 6250 }],
      },
    ]);
    paid = await gateway.pay({ amount: 12_500, invoiceId: order, email: customer.address });

    await customer.write({
      ...story.mail,
      attachments: [await applicationOf(locale, signer), await idCardOf(locale, signer)],
    });

    const letter = await customer.letter(story.registered);
    number = numberIn(letter);
    expect(textOf(letter)).toContain(number);
    for (const words of story.acknowledged) expect(textOf(letter)).toMatch(words);
    expect(letter.headers.get('auto-submitted')).toBeDefined();
  });

  scene('the reviewer finds it in the queue and the mail in the ledger', async () => {
    reviewer = await stage.signIn('reviewer', locale);
    const { page, say } = reviewer;
    await reviewer.go('/mail-ledger');
    const row = page.getByRole('row').filter({ hasText: story.mail.subject });
    await row.getByText(say('records.outcome.new_claim')).waitFor();
    expect(await claimNumberOf(reviewer, name)).toBe(number);
    const rows = page.getByTestId('claim-row');
    await rows.filter({ hasText: number }).getByText(SUM).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  scene('the claim shows page images, facts, verdict and the payment that fits', async () => {
    const { page, say, panel } = reviewer;
    await page.getByTestId('claim-row').filter({ hasText: number }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const documents = panel('claim.view.documents');
    const papers = documents.getByRole('group', { name: say('claim.doc.list') });
    await papers.getByRole('button', { name: say('claim.short.application') }).click();
    await imageIsDrawn(documents.getByRole('img', { name: say('claim.document.application') }));
    await papers.getByRole('button', { name: say('claim.short.id_copy') }).click();
    await page.getByRole('button', { name: say('claim.doc.purposeShow') }).click();
    await imageIsDrawn(documents.getByRole('img', { name: say('claim.document.id_copy') }));

    await panel('claim.verdict.accept').getByText(say('claim.verdict.human')).waitFor();
    const payment = panel('claim.payment.title');
    await payment.getByText(`№ ${String(paid.transactionId)}`).waitFor();
    for (const reason of ['order_number', 'email', 'sum', 'date']) {
      await payment.getByText(say(`claim.payment.reason.${reason}`), { exact: true }).waitFor();
    }
    expect(await payment.getByRole('checkbox').isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });

  scene('the reviewer answers the check and sends the whole sum for approval', async () => {
    const { page, say } = reviewer;
    expect(await page.getByTestId('propose').isDisabled()).toBe(true);
    await passChecks(reviewer, ['same_person', 'appearance']);
    await propose(reviewer);
    await stateIs(reviewer, 'proposed');
    await page.getByText(say('claim.approve.onlyManager')).waitFor();
    expect(await page.getByTestId('approve').count()).toBe(0);
    expect(await gateway.moved(paid.transactionId)).toEqual([]);
  });

  scene('a manager approves in the inbox and the money leaves once', async () => {
    manager = await stage.signIn('manager', locale);
    const { page, say } = manager;
    await manager.go('/approvals');
    const row = page.getByTestId('approval-row').filter({ hasText: number });
    await row.getByText(SUM).waitFor();
    await row.click();
    await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByTestId('approve').click();
    await page.getByRole('dialog').getByText(say('claim.approve.confirmText')).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByTestId('approve-confirm').click();

    await until('money to move', async () => (await gateway.moved(paid.transactionId)).length > 0);
    await manager.openClaim(number);
    await stateIs(manager, 'resolved');
    const moved = await gateway.moved(paid.transactionId);
    expect(moved).toMatchObject([{ kind: 'refund', amount: 12_500, fault: null, byHand: false }]);
    expect(moved[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  scene(
    'the signed notification settled it, and the customer is told once, with the reference number',
    async () => {
      const [refund] = await gateway.moved(paid.transactionId);
      const told = (await gateway.log()).filter(
        (line) => line.kind === 'notification' && line.transactionId === refund?.transactionId,
      );
      expect(told).toHaveLength(1);

      const letter = await customer.letter(story.returned);
      const text = textOf(letter);
      expect(letter.subject).toContain(number);
      expect(text).toContain('12 500 ₸');
      expect(text).toContain(paid.lastFour);
      expect(text).toMatch(story.paid);
      const all = await customer.letters();
      expect(all.filter(({ subject }) => subject?.includes(story.returned))).toHaveLength(1);
      expect(new Set(all.map(({ headers }) => headers.get('content-language')))).toEqual(new Set([locale]));
    },
  );

  scene('the timeline says who did what, and the audit holds it', async () => {
    const { page, say } = manager;
    const told = await timelineOf(manager);
    const tells = (event: string, name: string) =>
      told.some((entry) => entry.includes(say(`claim.event.${event}`)) && entry.includes(name.toLowerCase()));
    expect(tells('claim_proposed', 'Айгерім Сәрсенова')).toBe(true);
    expect(tells('claim_approved', 'Гүлнар Ахметова')).toBe(true);
    expect(tells('refund_settled', say('app.system'))).toBe(true);
    expect(told.filter((entry) => entry.includes('_'))).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);

    await manager.go('/audit-events');
    const approval = page.getByRole('row').filter({ hasText: say('claim.event.claim_approved') });
    await approval.filter({ hasText: 'Гүлнар Ахметова' }).waitFor();
  });
});

async function imageIsDrawn(image: Locator): Promise<void> {
  await image.waitFor();
  await until('the page image to be drawn', () =>
    image.evaluate((node) => (node as unknown as { naturalWidth: number }).naturalWidth > 200),
  );
}
