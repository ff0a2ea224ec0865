import { stateIs } from './acts';
import { axeFaults } from './browser';
import type { Desk } from './desk';
import { apiOf } from './shop';
import { setStage } from './stage';

// The bank sends money back: a manager shows it by the statement, the claim is open again, the customer is told.
const stage = setStage();

interface Refund {
  id: string;
  claimId: string;
  operation: string;
  source: string;
}

describe('a refund that came back from the bank', () => {
  const scene = stage.story();
  let manager: Desk;
  let refund: Refund;

  scene('is marked with its proof by a manager', async () => {
    const api = await apiOf(stage.product(), 'manager');
    const filter = encodeURIComponent(
      JSON.stringify({ state: 'settled', source: 'claim', operation: 'refund' }),
    );
    const [first] = await api.get<Refund[]>(`/api/refunds?filter=${filter}`);
    if (!first) throw new Error('The demo has no settled refund');
    refund = first;
    manager = await stage.signIn('manager', 'kk');
    const { page, say } = manager;
    await manager.go(`/claims/${refund.claimId}`);
    await manager
      .panel('claim.refunds.title')
      .getByRole('link', { name: say('app.act.open') })
      .first()
      .click();

    await page.getByTestId('reverse').click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByTestId('reverse-confirm');
    await dialog.getByLabel(say('refund.reverse.reason')).fill('Карта жабылған');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel(say('refund.reverse.reference')).fill('14-жол');
    expect(await axeFaults(page)).toEqual([]);
    await confirm.click();

    const facts = manager.panel('refund.reverse.facts');
    await facts.getByText('14-жол').waitFor();
    await facts.getByText('Гүлнар Ахметова').waitFor();
    expect(await page.getByTestId('reverse').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: say('app.theme.toDark') }).click();
    await page.setViewportSize({ width: 390, height: 900 });
    // The tooltip of the button would stand on the page.
    await page.mouse.move(195, 450);
    await facts.getByText('14-жол').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  scene('opens its claim again, where the letter stands', async () => {
    await manager.go(`/claims/${refund.claimId}`);
    await stateIs(manager, 'in_review');
    await manager.panel('claim.refunds.title').getByText(manager.say('claim.refundState.reversed')).waitFor();
    const api = await apiOf(stage.product(), 'manager');
    const filter = encodeURIComponent(JSON.stringify({ claimId: refund.claimId, kind: 'refund_reversed' }));
    expect(await api.get(`/api/messages?filter=${filter}`)).toHaveLength(1);
    expect(await axeFaults(manager.page)).toEqual([]);
  });
});
