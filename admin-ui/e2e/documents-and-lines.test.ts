import { passChecks, propose, stateIs, timelineOf } from './acts';
import { axeFaults } from './browser';
import { customerOf, type Customer, replyAddressOf } from './customer';
import type { Desk } from './desk';
import { gatewayOf, type Gateway } from './gateway';
import { numberIn, textOf } from './letters';
import { applicationOf, idCardOf } from './papers';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// In Russian: the ID copy is missing, comes by a reply, and one line of an order goes back to its two payments.
const stage = setStage();
const scene = stage.story();

const ORDER = 'SO-71001';
const NAME = 'Ольга Ким';
const SIGNER = { surname: 'Ким', givenName: 'Ольга', order: ORDER, sum: '14 000 ₸' };
const OTHER = {
  order: 'SO-71002',
  name: 'Пётр Иванов',
  surname: 'Иванов',
  givenName: 'Пётр',
  sum: '5 000 ₸',
};

let customer: Customer;
let other: Customer;
let gateway: Gateway;
let first: { transactionId: number };
let second: { transactionId: number };
let single: { transactionId: number };
let number: string;
let otherNumber: string;
let reviewer: Desk;
let manager: Desk;

scene('a mail without ID copy is answered with what is missing and a clock that has not begun', async () => {
  const product = stage.product();
  gateway = gatewayOf(product);
  customer = customerOf(product, NAME, 'olga.kim@example.kz');
  const site = await apiOf(product, 'admin');
  await site.pushOrder({
    number: ORDER,
    name: NAME,
    email: customer.address,
    handedOverOn: daysAgo(3),
    lines: [
      { title: 'Чайник заварочный', quantity: 1, price: 14_000 },
      { title: 'Пиала', quantity: 6, price: 1_000 },
    ],
  });
  first = await gateway.pay({ amount: 12_000, invoiceId: ORDER, email: customer.address });
  second = await gateway.pay({ amount: 8_000, invoiceId: ORDER, email: customer.address });

  await customer.write({
    subject: 'Возврат чайника',
    text: `Здравствуйте! По заказу ${ORDER} прошу вернуть деньги за чайник, не подошёл цвет.`,
    attachments: [await applicationOf('ru', SIGNER)],
  });

  const letter = await customer.letter('зарегистрировано');
  number = numberIn(letter);
  expect(textOf(letter)).toContain('Не хватает документов:');
  expect(textOf(letter)).toContain('копия документа, удостоверяющего личность');
  expect(textOf(letter)).toContain('начнутся, когда мы получим заявление и копию документа');
  expect(textOf(letter)).not.toContain('Последний день для возврата на карту');
});

scene('the reviewer asks for the document; the letter names it and the date that still runs', async () => {
  reviewer = await stage.signIn('reviewer', 'ru');
  const { page, say } = reviewer;
  await reviewer.openClaim(number);
  await stateIs(reviewer, 'received');
  await clockOf(reviewer, 'refund_10_days').waitFor();
  expect(await clockOf(reviewer, 'card_refund_3_working_days').count()).toBe(0);

  await page.getByRole('button', { name: say('claim.ask.title') }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('checkbox', { name: say('claim.document.id_copy') }).isChecked()).toBe(true);
  expect(await dialog.getByRole('checkbox', { name: say('claim.document.application') }).isChecked()).toBe(
    false,
  );
  await dialog.getByLabel(say('claim.ask.note')).fill('Достаточно снимка телефоном.');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: say('claim.ask.send') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await stateIs(reviewer, 'needs_documents');

  const letter = await customer.letter('недостающие документы');
  expect(textOf(letter)).toContain('копия документа, удостоверяющего личность');
  expect(textOf(letter)).not.toContain('подписанное «Заявление');
  expect(textOf(letter)).toContain('Достаточно снимка телефоном.');
  expect(textOf(letter)).toMatch(/Десятидневный срок не остановлен, последний день: \d{1,2} \p{L}+ \d{4}/u);
});

scene('the reply with the ID copy joins the claim and starts the three working days', async () => {
  const asked = await customer.letter('недостающие документы');
  expect(replyAddressOf(asked)).toMatch(/^info\+[^@]+@umami\.kz$/);
  await customer.write({
    to: replyAddressOf(asked),
    subject: 'Re: документ',
    text: 'Высылаю копию удостоверения.',
    attachments: [await idCardOf('ru', SIGNER)],
  });

  const letter = await customer.letter('все документы получены');
  expect(numberIn(letter)).toBe(number);
  expect(textOf(letter)).toMatch(/Последний день для возврата на карту: \d{1,2} \p{L}+ \d{4}/u);
  await reviewer.page.reload();
  await stateIs(reviewer, 'in_review');
  await clockOf(reviewer, 'card_refund_3_working_days').click();
  const { page, say } = reviewer;
  await page
    .getByRole('dialog', { name: say('app.why.title') })
    .getByText(say('app.why.day.day_zero'))
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await reviewer.go('/mail-ledger');
  const row = page.getByRole('row').filter({ hasText: 'Re: документ' });
  await row.getByText(say('records.outcome.joins_claim')).waitFor();
});

scene('one line is proposed and falls on both payments of the order', async () => {
  const { page, say, panel } = reviewer;
  await reviewer.openClaim(number);
  await passChecks(reviewer, ['same_person']);
  const payments = panel('claim.payment.title').getByRole('checkbox');
  for (const payment of await payments.all()) await payment.check();

  const decision = panel('claim.decide.title');
  await decision.getByRole('button', { name: say('claim.decide.lines'), exact: true }).click();
  await decision.getByRole('checkbox', { name: /^Чайник заварочный/ }).check();
  await decision.getByRole('checkbox', { name: /^Пиала/ }).uncheck();
  await decision.getByText(`${String(first.transactionId)}: 8\u00A0400\u00A0₸`).waitFor();
  await decision.getByText(`${String(second.transactionId)}: 5\u00A0600\u00A0₸`).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await propose(reviewer);
  await stateIs(reviewer, 'proposed');
});

scene('another complete claim is proposed, and a manager approves both in one act', async () => {
  const product = stage.product();
  other = customerOf(product, OTHER.name, 'petr.ivanov@example.kz');
  await (
    await apiOf(product, 'manager')
  ).importOrders([
    {
      number: OTHER.order,
      name: OTHER.name,
      email: other.address,
      lines: [{ title: 'Блюдце', quantity: 1, price: 5_000 }],
    },
  ]);
  single = await gateway.pay({ amount: 5_000, invoiceId: OTHER.order, email: other.address });
  await other.write({
    subject: 'Отмена заказа',
    text: `Отказываюсь от заказа ${OTHER.order}, он ещё не доставлен. Верните 5 000 тенге.`,
    attachments: [await applicationOf('ru', OTHER), await idCardOf('ru', OTHER)],
  });
  otherNumber = numberIn(await other.letter('зарегистрировано'));
  await reviewer.openClaim(otherNumber);
  await passChecks(reviewer, ['same_person']);
  await propose(reviewer);

  manager = await stage.signIn('manager', 'ru');
  const { page, say } = manager;
  await manager.go('/approvals');
  for (const wanted of [number, otherNumber]) {
    const row = page.getByTestId('approval-row').filter({ hasText: wanted });
    await row.getByRole('checkbox').check();
  }
  await page.getByText('19\u00A0000\u00A0₸', { exact: true }).waitFor();
  const act = say('claim.inbox.approveMany', { smart_count: 2 });
  await page.getByRole('button', { name: act }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('claim.approve.confirmText'), { exact: false }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: act }).click();
  await dialog.waitFor({ state: 'hidden' });
});

scene('each payment gets its part once, and each customer one letter', async () => {
  const letter = await customer.letter('деньги возвращены');
  await other.letter('деньги возвращены');
  const amounts = async (paid: { transactionId: number }) =>
    (await gateway.moved(paid.transactionId)).map(({ amount }) => amount);
  expect(await amounts(first)).toEqual([8_400]);
  expect(await amounts(second)).toEqual([5_600]);
  expect(await amounts(single)).toEqual([5_000]);
  expect(textOf(letter)).toContain('8 400 ₸');
  expect(textOf(letter)).toContain('5 600 ₸');
  const all = await customer.letters();
  expect(all.filter(({ subject }) => subject?.includes('деньги возвращены'))).toHaveLength(1);

  await manager.openClaim(number);
  await stateIs(manager, 'resolved');
  const { say } = manager;
  const told = await timelineOf(manager);
  const settled = told.filter((entry) => entry.includes(say('claim.event.refund_settled')));
  expect(settled).toHaveLength(2);
});

scene('an automatic answer of the customer is filed and not answered', async () => {
  const before = (await other.letters()).length;
  await other.write({
    subject: 'Автоответ: я в отпуске',
    text: 'Верните деньги, я в отпуске до понедельника.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  const { page, say } = manager;
  const row = page.getByRole('row').filter({ hasText: 'Автоответ: я в отпуске' });
  await until('the mail in the ledger', async () => {
    await manager.go('/mail-ledger');
    return (await row.count()) > 0;
  });
  await row.getByText(say('records.outcome.auto_reply')).waitFor();
  expect(await other.letters()).toHaveLength(before);
});

/** The card of one clock in the header of the open claim. */
function clockOf({ page, say }: Desk, kind: string) {
  return page.getByRole('button', { name: say(`claim.obligation.${kind}`) });
}
