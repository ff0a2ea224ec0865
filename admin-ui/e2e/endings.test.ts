import { approve, chooseReason, passChecks, propose, stateIs, timelineOf } from './acts';
import { axeFaults } from './browser';
import { claimOf } from './claimant';
import type { Desk } from './desk';
import { textOf } from './letters';
import { daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// Ways to end other than a payout: rejection, return, withdrawal, duplicate; and the way back.
const stage = setStage();

const STORIES = [
  {
    locale: 'kk',
    late: { name: 'Бауыржан Ермеков', address: 'bauyrzhan@example.kz', order: 'SO-72001' },
    fact: 'Тауар 40 күн бұрын берілген.',
    decision: 'бойынша шешім',
    rejected: [
      /Талабыңызды қанағаттандырудан бас тартылды\. Негізі: .*«Ақша қаражаттарын қайтару».*14 күн ішінде/u,
      /Анықталған мән-жай: /u,
      /сотқа жүгінуге құқылысыз/u,
      /Шешім қабылдаған: Гүлнар Ахметова/u,
    ],
    steady: { name: 'Дана Жұмабаева', address: 'dana.zhumabayeva@example.kz', order: 'SO-72002' },
    doubt: 'Жеткізу ақысын тексеріңіз.',
    asked: 'Клиент телефон арқылы айтты.',
    withdrawn: 'кері қайтарып алынды',
    confirmed: (number: string) =>
      `№ ${number} жолданымды өтінішіңіз бойынша кері қайтарып алынды деп белгіледік.`,
    changed: 'Клиент ойын өзгертті.',
    again: {
      subject: 'Қайтару туралы тағы да',
      text: 'SO-72002 тапсырысы бойынша ақшамды қайтаруды тағы да сұраймын.',
    },
  },
  {
    locale: 'ru',
    late: { name: 'Виктор Лебедев', address: 'viktor.lebedev@example.kz', order: 'SO-72003' },
    fact: 'Товар передан 40 дней назад.',
    decision: 'Решение по обращению',
    rejected: [
      /В удовлетворении требования отказано\. Основание: .*«Возврат денежных средств».*в течение 14 дней/u,
      /Установлено: /u,
      /вправе обратиться .*в суд/u,
      /Решение принято человеком: Гүлнар Ахметова/u,
    ],
    steady: { name: 'Анна Цой', address: 'anna.tsoi@example.kz', order: 'SO-72004' },
    doubt: 'Проверьте сумму доставки.',
    asked: 'Клиент сказал по телефону.',
    withdrawn: 'отозвано',
    confirmed: (number: string) => `Обращение № ${number} отозвано по Вашей просьбе.`,
    changed: 'Клиент передумал.',
    again: {
      subject: 'Ещё раз о возврате',
      text: 'Повторно прошу вернуть деньги по заказу SO-72004.',
    },
  },
] as const;

describe.each(STORIES)('in $locale', (story) => {
  const { locale } = story;
  let reviewer: Desk;
  let manager: Desk;

  describe('a rejection', () => {
    const scene = stage.story();
    let claim: Awaited<ReturnType<typeof claimOf>>;

    scene('is proposed where the verdict names the clause', async () => {
      claim = await claimOf(stage.product(), {
        ...story.late,
        language: locale,
        sum: 9_000,
        placedOn: daysAgo(42),
        handedOverOn: daysAgo(40),
      });
      reviewer = await stage.signIn('reviewer', locale);
      const { panel, say } = reviewer;
      await reviewer.openClaim(claim.number);
      await panel('claim.verdict.reject').getByText(say('claim.verdict.human')).waitFor();

      const decision = panel('claim.decide.title');
      await decision.getByRole('button', { name: say('claim.decide.reject'), exact: true }).click();
      await chooseReason(reviewer, 'out_of_term');
      await decision.getByLabel(say('claim.decide.noteReject')).fill(story.fact);
      expect(await axeFaults(reviewer.page)).toEqual([]);
      await propose(reviewer);
      await stateIs(reviewer, 'proposed');
      expect((await claim.customer.letters()).map(({ subject }) => subject)).toHaveLength(1);
    });

    scene('is approved, and the letter cites the clause in the language of the claim', async () => {
      manager = await stage.signIn('manager', locale);
      await manager.openClaim(claim.number);
      await approve(manager);
      await stateIs(manager, 'rejected');
      const letter = await claim.customer.letter(story.decision);
      for (const words of story.rejected) expect(textOf(letter)).toMatch(words);
      expect(textOf(letter)).toContain(story.fact);
      expect(await stage.gateway().moved(claim.transactionId)).toEqual([]);
    });
  });

  describe('a claim that goes to and fro', () => {
    const scene = stage.story();
    let claim: Awaited<ReturnType<typeof claimOf>>;

    scene('comes back from the manager with a reason that the reviewer reads', async () => {
      claim = await claimOf(stage.product(), { ...story.steady, language: locale, sum: 7_500 });
      await reviewer.openClaim(claim.number);
      await passChecks(reviewer, ['same_person']);
      await propose(reviewer);

      await manager.openClaim(claim.number);
      const { page, say } = manager;
      await page.getByRole('button', { name: say('claim.approve.return') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('claim.return.reason')).fill(story.doubt);
      expect(await axeFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('claim.return.confirm') }).click();
      await stateIs(manager, 'in_review');

      await reviewer.page.reload();
      await stateIs(reviewer, 'in_review');
      const told = await timelineOf(reviewer);
      expect(told.filter((entry) => entry.includes(story.doubt.toLowerCase()))).toHaveLength(1);
    });

    scene('is not approved by what was shown before an edit', async () => {
      await propose(reviewer);
      await manager.page.reload();
      await manager.page.getByTestId('approve').click();

      const { page, say } = reviewer;
      await page.getByRole('button', { name: say('claim.more.title') }).click();
      await page.getByRole('menuitem', { name: say('claim.more.edit') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(say('claim.edit.voids')).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await dialog.getByLabel(say('claim.edit.requested')).fill('7 000');
      await dialog.getByRole('button', { name: say('app.act.save') }).click();
      await stateIs(reviewer, 'in_review');

      await manager.refused(409, async () => {
        await manager.page.getByTestId('approve-confirm').click();
        await manager.page.getByText(manager.say('app.problem.stale-version')).first().waitFor();
      });
      expect(await stage.gateway().moved(claim.transactionId)).toEqual([]);
    });

    scene('is withdrawn by the customer and confirmed in writing', async () => {
      const { page, say } = reviewer;
      await page.getByRole('button', { name: say('claim.more.title') }).click();
      await page.getByRole('menuitem', { name: say('claim.more.withdraw') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('claim.withdraw.reason')).fill(story.asked);
      expect(await axeFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('claim.withdraw.confirm') }).click();
      await stateIs(reviewer, 'withdrawn');
      const letter = await claim.customer.letter(story.withdrawn);
      expect(textOf(letter)).toContain(story.confirmed(claim.number));
    });

    scene('is opened again, and its second mail is put away as its duplicate', async () => {
      const { page, say } = reviewer;
      await page.getByRole('button', { name: say('claim.more.title') }).click();
      await page.getByRole('menuitem', { name: say('claim.more.reopen') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('claim.reopen.reason')).fill(story.changed);
      await dialog.getByRole('button', { name: say('claim.reopen.confirm') }).click();
      await stateIs(reviewer, 'in_review');

      await claim.customer.write({
        ...story.again,
      });
      const second = await until('the second claim', async () => {
        const all = await claim.customer.letters();
        const numbers = all.map(({ subject }) => /UM-\d{4}-\d{6}/.exec(subject ?? '')?.[0]);
        return numbers.find((number) => number !== undefined && number !== claim.number);
      });
      await reviewer.openClaim(second);
      await page.getByRole('button', { name: say('claim.more.title') }).click();
      await page.getByRole('menuitem', { name: say('claim.more.duplicate') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(claim.number) })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('claim.duplicate.confirm') })
        .click();
      await stateIs(reviewer, 'duplicate');
    });
  });
});
