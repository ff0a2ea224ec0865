import { approve, chooseReason, passChecks, propose, stateIs, timelineOf } from './acts';
import { claimOf } from './claimant';
import type { Desk } from './desk';
import { textOf } from './letters';
import { daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';

// Ways to end other than a payout: rejection, return, withdrawal, duplicate; and the way back.
const stage = setStage();
const LATE = { name: 'Бауыржан Ермеков', address: 'bauyrzhan@example.kz', order: 'SO-72001' };
const STEADY = { name: 'Анна Цой', address: 'anna.tsoi@example.kz', order: 'SO-72002' };

let reviewer: Desk;
let manager: Desk;

describe('a rejection', () => {
  const scene = stage.story();
  let claim: Awaited<ReturnType<typeof claimOf>>;

  scene('is proposed where the verdict names the clause', async () => {
    claim = await claimOf(stage.product(), {
      ...LATE,
      language: 'kk',
      sum: 9_000,
      placedOn: daysAgo(42),
      handedOverOn: daysAgo(40),
    });
    reviewer = await stage.signIn('reviewer', 'kk');
    const { panel, say } = reviewer;
    await reviewer.openClaim(claim.number);
    await panel('claim.verdict.reject').getByText(say('claim.verdict.human')).waitFor();

    const decision = panel('claim.decide.title');
    await decision.getByRole('button', { name: say('claim.decide.reject'), exact: true }).click();
    await chooseReason(reviewer, 'out_of_term');
    await decision.getByLabel(say('claim.decide.noteReject')).fill('Тауар 40 күн бұрын берілген.');
    await propose(reviewer);
    await stateIs(reviewer, 'proposed');
    expect((await claim.customer.letters()).map(({ subject }) => subject)).toHaveLength(1);
  });

  scene('is approved, and the letter cites the clause in the language of the claim', async () => {
    manager = await stage.signIn('manager', 'ru');
    await manager.openClaim(claim.number);
    await approve(manager);
    await stateIs(manager, 'rejected');
    const letter = await claim.customer.letter('бойынша шешім');
    expect(textOf(letter)).toMatch(
      /Талабыңызды қанағаттандырудан бас тартылды\. Негізі: .*«Ақша қаражаттарын қайтару».*14 күн ішінде/u,
    );
    expect(textOf(letter)).toContain('Анықталған мән-жай: Тауар 40 күн бұрын берілген.');
    expect(textOf(letter)).toContain('сотқа жүгінуге құқылысыз');
    expect(textOf(letter)).toContain('Шешім қабылдаған: Гүлнар Ахметова');
    expect(await stage.gateway().moved(claim.transactionId)).toEqual([]);
  });
});

describe('a claim that goes to and fro', () => {
  const scene = stage.story();
  let claim: Awaited<ReturnType<typeof claimOf>>;

  scene('comes back from the manager with a reason that the reviewer reads', async () => {
    claim = await claimOf(stage.product(), { ...STEADY, language: 'ru', sum: 7_500 });
    await reviewer.openClaim(claim.number);
    await passChecks(reviewer, ['same_person']);
    await propose(reviewer);

    await manager.openClaim(claim.number);
    const { page, say } = manager;
    await page.getByRole('button', { name: say('claim.approve.return') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('claim.return.reason')).fill('Проверьте сумму доставки.');
    await dialog.getByRole('button', { name: say('claim.return.confirm') }).click();
    await stateIs(manager, 'in_review');

    await reviewer.page.reload();
    await stateIs(reviewer, 'in_review');
    const told = await timelineOf(reviewer);
    expect(told.filter((entry) => entry.includes('проверьте сумму доставки.'))).toHaveLength(1);
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
    await dialog.getByLabel(say('claim.withdraw.reason')).fill('Клиент телефон арқылы айтты.');
    await dialog.getByRole('button', { name: say('claim.withdraw.confirm') }).click();
    await stateIs(reviewer, 'withdrawn');
    const letter = await claim.customer.letter('отозвано');
    expect(textOf(letter)).toContain(`Обращение № ${claim.number} отозвано по Вашей просьбе.`);
  });

  scene('is opened again, and its second mail is put away as its duplicate', async () => {
    const { page, say } = reviewer;
    await page.getByRole('button', { name: say('claim.more.title') }).click();
    await page.getByRole('menuitem', { name: say('claim.more.reopen') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('claim.reopen.reason')).fill('Клиент ойын өзгертті.');
    await dialog.getByRole('button', { name: say('claim.reopen.confirm') }).click();
    await stateIs(reviewer, 'in_review');

    await claim.customer.write({
      subject: 'Ещё раз о возврате',
      text: `Повторно прошу вернуть деньги по заказу ${STEADY.order}.`,
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
