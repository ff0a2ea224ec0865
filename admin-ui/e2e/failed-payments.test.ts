import { axeFaults } from './browser';
import { customerOf } from './customer';
import type { Desk } from './desk';
import { textOf } from './letters';
import { setStage } from './stage';
import { apiOf } from './shop';
import { until } from './until';

// "My payment did not go through": the question is matched to the payment and answered by one click that is read first.
const stage = setStage();
const ASKER = { name: 'Дана Оспанова', address: 'dana.ospanova@example.kz', order: 'SO-73001' };
const CALLER = { name: 'Марк Ли', address: 'mark.li@example.kz', order: 'SO-73002' };

let reviewer: Desk;

/** Waits until the product has heard of the attempt from the gateway. */
async function failToPay(who: typeof ASKER, reasonCode: number): Promise<void> {
  const { transactionId } = await stage.gateway().pay({
    amount: 12_500,
    invoiceId: who.order,
    email: who.address,
    status: 'Declined',
    reasonCode,
  });
  const api = await apiOf(stage.product(), 'reviewer');
  await until('the failed payment is known', async () => {
    const filter = encodeURIComponent(JSON.stringify({ transactionId }));
    const [known] = await api.get<object[]>(`/api/payments?filter=${filter}`);
    return known ?? null;
  });
}

describe('a question by mail', () => {
  const scene = stage.story();

  scene('shows the payment, its cause and the answer in three languages', async () => {
    await failToPay(ASKER, 5057);
    const customer = customerOf(stage.product(), ASKER.name, ASKER.address);
    await customer.write({
      subject: 'Төлем',
      text: 'Сәлеметсіз бе! Картамен төлей алмай жатырмын, төлем неге өтпейді екен?',
    });
    reviewer = await stage.signIn('reviewer', 'kk');
    const { page, say } = reviewer;
    await reviewer.go('/mail-ledger');
    await page.getByText(ASKER.address).first().click();
    const panel = reviewer.panel('mail.failed.title');
    await panel.getByText(/интернет-төлем қосылмаған/).waitFor();
    await panel.getByText(say('payment.reasonCode', { code: 5057 })).waitFor();

    await page.getByTestId('answer-question').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/ақша есептен шығарылмаған/).waitFor();
    await dialog.getByRole('button', { name: say('claim.language.ru') }).click();
    await dialog.getByText(/деньги не списаны/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  scene('is answered in the language of the question, once', async () => {
    const { page, say } = reviewer;
    await page.getByTestId('answer-question-confirm').click();
    await reviewer.panel('mail.failed.title').getByText(say('mail.failed.answered')).waitFor();
    expect(await page.getByTestId('answer-question').count()).toBe(0);
    const customer = customerOf(stage.product(), ASKER.name, ASKER.address);
    const letter = await customer.letter('Төлем неге өтпеді');
    expect(textOf(letter)).toMatch(/12\s500\s₸[^]*интернет-төлем қосылмаған[^]*көмектеспейді/u);
    expect(letter.inReplyTo).toBeTruthy();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('a claim', () => {
  const scene = stage.story();

  scene('says why its payment failed and writes so to the customer', async () => {
    await failToPay(CALLER, 5051);
    const api = await apiOf(stage.product(), 'reviewer');
    const { number } = await api.post<{ number: string }>('/api/claims', {
      commandId: CALLER.order,
      currency: 'KZT',
      kind: 'other',
      channel: 'phone',
      language: 'ru',
      customer: { name: CALLER.name, email: CALLER.address, phone: null },
      orderNumber: CALLER.order,
    });
    const { page, say } = reviewer;
    await reviewer.openClaim(number);
    const payments = reviewer.panel('claim.payment.title');
    await payments.getByText(/қаражат жеткіліксіз/).waitFor();
    expect(await payments.getByRole('checkbox').isDisabled()).toBe(true);

    await page.getByTestId('explain-payment').click();
    await page
      .getByRole('dialog')
      .getByText(/было недостаточно средств/)
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByTestId('explain-payment-confirm').click();
    await payments.getByText(say('desk.decline.told')).waitFor();

    const letter = await customerOf(stage.product(), CALLER.name, CALLER.address).letter('почему не прошёл');
    expect(textOf(letter)).toContain('По нашим данным, при этой попытке деньги не списаны.');
    expect(letter.subject).toContain(number);
  });
});
