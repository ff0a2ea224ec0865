import { passChecks, propose, stateIs, timelineOf } from './acts';
import { axeFaults } from './browser';
import { customerOf, type Customer, replyAddressOf } from './customer';
import type { Desk } from './desk';
import { gatewayOf, type Gateway } from './gateway';
import { numberIn, textOf } from './letters';
import { applicationOf, idCardOf, signerOf } from './papers';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// The ID copy is missing, comes by a reply, and one line of an order goes back to its two payments; in both languages
// of the country.
const stage = setStage();

const STORIES = [
  {
    locale: 'kk',
    order: 'SO-71003',
    name: 'Сәуле Қалиева',
    address: 'saule.kalieva@example.kz',
    goods: ['Шай құятын шәйнек', 'Пиала жиынтығы'],
    mail: {
      subject: 'Шәйнекті қайтару',
      text: 'Сәлеметсіз бе! SO-71003 тапсырысындағы шәйнектің түсі ұнамады, ақшамды қайтаруыңызды сұраймын.',
    },
    note: 'Телефонмен түсірілген сурет те жарайды.',
    reply: { subject: 'Re: құжат', text: 'Жеке куәліктің көшірмесін жіберіп отырмын.' },
    automatic: {
      subject: 'Автожауап: демалыстамын',
      text: 'Ақшамды қайтарыңыз, дүйсенбіге дейін демалыстамын.',
    },
    another: {
      order: 'SO-71004',
      name: 'Ерлан Сұлтанов',
      address: 'yerlan.sultanov@example.kz',
      goods: 'Тәрелке',
      mail: {
        subject: 'Тапсырыстан бас тарту',
        text: 'SO-71004 тапсырысы әлі жеткізілген жоқ, одан бас тартамын. 5 000 теңгемді қайтарыңыздаршы.',
      },
    },
    words: {
      registered: 'жолданым тіркелді',
      lacks: 'мына құжаттар жетіспейді:',
      idCopy: 'жеке басты куәландыратын құжаттың көшірмесі',
      application: 'қол қойылған «Ақшалай қаражатты',
      cardWaits: 'өтініш пен құжат көшірмесі толық түскеннен кейін басталады',
      cardDue: 'Картаға қайтарудың соңғы күні',
      cardRuns: /Картаға қайтарудың соңғы күні – \d{4} жылғы \d{1,2} \p{L}+/u,
      deficiency: 'жетіспейтін құжаттар',
      tenDaysRun: /10 күндік мерзім тоқтаған жоқ, соңғы күні – \d{4} жылғы/u,
      complete: 'құжаттар толық',
      returned: 'ақша қайтарылды',
    },
  },
  {
    locale: 'ru',
    order: 'SO-71001',
    name: 'Ольга Ким',
    address: 'olga.kim@example.kz',
    goods: ['Чайник заварочный', 'Пиала'],
    mail: {
      subject: 'Возврат чайника',
      text: 'Здравствуйте! По заказу SO-71001 прошу вернуть деньги за чайник, не подошёл цвет.',
    },
    note: 'Достаточно снимка телефоном.',
    reply: { subject: 'Re: документ', text: 'Высылаю копию удостоверения.' },
    automatic: {
      subject: 'Автоответ: я в отпуске',
      text: 'Верните деньги, я в отпуске до понедельника.',
    },
    another: {
      order: 'SO-71002',
      name: 'Пётр Иванов',
      address: 'petr.ivanov@example.kz',
      goods: 'Блюдце',
      mail: {
        subject: 'Отмена заказа',
        text: 'Отказываюсь от заказа SO-71002, он ещё не доставлен. Верните 5 000 тенге.',
      },
    },
    words: {
      registered: 'зарегистрировано',
      lacks: 'Не хватает документов:',
      idCopy: 'копия документа, удостоверяющего личность',
      application: 'подписанное «Заявление',
      cardWaits: 'начнутся, когда мы получим заявление и копию документа',
      cardDue: 'Последний день для возврата на карту',
      cardRuns: /Последний день для возврата на карту: \d{1,2} \p{L}+ \d{4}/u,
      deficiency: 'недостающие документы',
      tenDaysRun: /Десятидневный срок не остановлен, последний день: \d{1,2} \p{L}+ \d{4}/u,
      complete: 'все документы получены',
      returned: 'деньги возвращены',
    },
  },
] as const;

describe.each(STORIES)('in $locale', (story) => {
  const scene = stage.story();
  const { locale, order, name, another, words } = story;
  const signer = signerOf(name, order, '14 000 ₸');
  const anotherSigner = signerOf(another.name, another.order, '5 000 ₸');

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

  scene(
    'a mail without ID copy is answered with what is missing and a clock that has not begun',
    async () => {
      const product = stage.product();
      gateway = gatewayOf(product);
      customer = customerOf(product, name, story.address);
      const site = await apiOf(product, 'admin');
      await site.pushOrder({
        number: order,
        name,
        email: customer.address,
        handedOverOn: daysAgo(3),
        lines: [
          { title: story.goods[0], quantity: 1, price: 14_000 },
          { title: story.goods[1], quantity: 6, price: 1_000 },
        ],
      });
      first = await gateway.pay({ amount: 12_000, invoiceId: order, email: customer.address });
      second = await gateway.pay({ amount: 8_000, invoiceId: order, email: customer.address });

      await customer.write({
        ...story.mail,
        attachments: [await applicationOf(locale, signer)],
      });

      const letter = await customer.letter(words.registered);
      number = numberIn(letter);
      for (const part of [words.lacks, words.idCopy, words.cardWaits]) expect(textOf(letter)).toContain(part);
      expect(textOf(letter)).not.toContain(words.cardDue);
    },
  );

  scene('the reviewer asks for the document; the letter names it and the date that still runs', async () => {
    reviewer = await stage.signIn('reviewer', locale);
    const { page, say } = reviewer;
    await reviewer.openClaim(number);
    await stateIs(reviewer, 'received');
    await clockOf(reviewer, 'refund_10_days').waitFor();
    expect(await clockOf(reviewer, 'card_refund_3_working_days').count()).toBe(0);

    await page.getByRole('button', { name: say('claim.ask.title') }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox', { name: say('claim.document.id_copy') }).isChecked()).toBe(
      true,
    );
    expect(await dialog.getByRole('checkbox', { name: say('claim.document.application') }).isChecked()).toBe(
      false,
    );
    await dialog.getByLabel(say('claim.ask.note')).fill(story.note);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: say('claim.ask.send') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await stateIs(reviewer, 'needs_documents');

    const letter = await customer.letter(words.deficiency);
    expect(textOf(letter)).toContain(words.idCopy);
    expect(textOf(letter)).not.toContain(words.application);
    expect(textOf(letter)).toContain(story.note);
    expect(textOf(letter)).toMatch(words.tenDaysRun);
  });

  scene('the reply with the ID copy joins the claim and starts the three working days', async () => {
    const asked = await customer.letter(words.deficiency);
    expect(replyAddressOf(asked)).toMatch(/^info\+[^@]+@umami\.kz$/);
    await customer.write({
      to: replyAddressOf(asked),
      ...story.reply,
      attachments: [await idCardOf(locale, signer)],
    });

    const letter = await customer.letter(words.complete);
    expect(numberIn(letter)).toBe(number);
    expect(textOf(letter)).toMatch(words.cardRuns);
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
    const row = page.getByRole('row').filter({ hasText: story.reply.subject });
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
    await decision.getByRole('checkbox', { name: story.goods[0] }).check();
    await decision.getByRole('checkbox', { name: story.goods[1] }).uncheck();
    for (const [{ transactionId }, sum] of [
      [first, '8\u00A0400\u00A0₸'],
      [second, '5\u00A0600\u00A0₸'],
    ] as const) {
      const part = say('claim.decide.amountOf', { number: transactionId });
      await decision.getByText(`${part}: ${sum}`).waitFor();
    }
    expect(await axeFaults(page)).toEqual([]);
    await propose(reviewer);
    await stateIs(reviewer, 'proposed');
  });

  scene('another complete claim is proposed, and a manager approves both in one act', async () => {
    const product = stage.product();
    other = customerOf(product, another.name, another.address);
    await (
      await apiOf(product, 'manager')
    ).importOrders([
      {
        number: another.order,
        name: another.name,
        email: other.address,
        lines: [{ title: another.goods, quantity: 1, price: 5_000 }],
      },
    ]);
    single = await gateway.pay({ amount: 5_000, invoiceId: another.order, email: other.address });
    await other.write({
      ...another.mail,
      attachments: [await applicationOf(locale, anotherSigner), await idCardOf(locale, anotherSigner)],
    });
    otherNumber = numberIn(await other.letter(words.registered));
    await reviewer.openClaim(otherNumber);
    await passChecks(reviewer, ['same_person']);
    await propose(reviewer);

    manager = await stage.signIn('manager', locale);
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
    const letter = await customer.letter(words.returned);
    await other.letter(words.returned);
    const amounts = async (paid: { transactionId: number }) =>
      (await gateway.moved(paid.transactionId)).map(({ amount }) => amount);
    expect(await amounts(first)).toEqual([8_400]);
    expect(await amounts(second)).toEqual([5_600]);
    expect(await amounts(single)).toEqual([5_000]);
    expect(textOf(letter)).toContain('8 400 ₸');
    expect(textOf(letter)).toContain('5 600 ₸');
    const all = await customer.letters();
    expect(all.filter(({ subject }) => subject?.includes(words.returned))).toHaveLength(1);

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
      ...story.automatic,
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    const { page, say } = manager;
    const row = page.getByRole('row').filter({ hasText: story.automatic.subject });
    await until('the mail in the ledger', async () => {
      await manager.go('/mail-ledger');
      return (await row.count()) > 0;
    });
    await row.getByText(say('records.outcome.auto_reply')).waitFor();
    expect(await other.letters()).toHaveLength(before);
  });
});

/** The card of one clock in the header of the open claim. */
function clockOf({ page, say }: Desk, kind: string) {
  return page.getByRole('button', { name: say(`claim.obligation.${kind}`) });
}
