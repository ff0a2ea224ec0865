import { approve, passChecks, propose, stateIs } from './acts';
import { axeFaults } from './browser';
import { type Claimant, claimOf } from './claimant';
import type { Desk } from './desk';
import type { Gateway } from './gateway';
import { setStage } from './stage';
import { until } from './until';

// The gateway is away for a while; people stop payouts, and two let them go on.
const stage = setStage({ movableClock: true });
const MINUTE = 60_000;
/** The screen asks every half minute by itself; twice that is enough. */
const ASKED_AGAIN_MS = 60_000;
const WAITS: Claimant = {
  name: 'Дәурен Сейітов',
  address: 'dauren@example.kz',
  order: 'SO-74001',
  sum: 9_000,
  language: 'ru',
};

let gateway: Gateway;
let reviewer: Desk;
let manager: Desk;
let offsetMs = 0;

async function moveClocks(minutes: number): Promise<void> {
  offsetMs += minutes * MINUTE;
  await gateway.setClock(offsetMs);
  stage.product().setClock(offsetMs);
}

async function payoutState(): Promise<{ gatewayAway: boolean; stopped: boolean }> {
  const answer = await manager.page.request.get(`${stage.product().url}/api/payouts`);
  return (await answer.json()) as { gatewayAway: boolean; stopped: boolean };
}

async function turn({ page, say }: Desk, way: 'stop' | 'resume', reason: string): Promise<void> {
  const name = say(`records.switch.${way}`);
  await page.getByRole('main').getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('records.refunds.reason')).fill(reason);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
}

beforeAll(async () => {
  gateway = stage.gateway();
  reviewer = await stage.signIn('reviewer', 'ru');
  manager = await stage.signIn('manager', 'kk');
}, 60_000);

describe('payouts on hold', () => {
  const scene = stage.story();
  let claim: Awaited<ReturnType<typeof claimOf>>;

  scene('a gateway that is away leaves the refund in the queue and is told on every screen', async () => {
    claim = await claimOf(stage.product(), WAITS);
    await reviewer.openClaim(claim.number);
    await passChecks(reviewer, ['same_person']);
    await propose(reviewer);
    await gateway.fault('payments/get', 'G5', 60);
    await gateway.fault('test', 'G5', 60);
    await manager.openClaim(claim.number);
    await approve(manager);
    await until('the outage to be recorded', async () => {
      await moveClocks(3);
      return (await payoutState()).gatewayAway;
    });
    await manager.go('/orders');
    await manager.page.reload();
    const banner = manager.page.getByTestId('payout-banner');
    await banner.waitFor();
    expect(await axeFaults(manager.page)).toEqual([]);
    await banner.getByRole('link').click();
    await manager.page.getByTestId('waiting-payout').filter({ hasText: claim.number }).waitFor();
    await manager.page.getByTestId('outage').getByText(manager.say('payout.stillAway')).waitFor();
    expect(await axeFaults(manager.page)).toEqual([]);
    expect(await gateway.moved(claim.transactionId)).toEqual([]);
  });

  scene('one manager stops all payouts; her own word does not let them go on', async () => {
    const { page, say, button } = manager;
    await turn(manager, 'stop', 'Шлюз тұрақсыз');
    await page.getByText('Шлюз тұрақсыз').waitFor();
    await turn(manager, 'resume', 'Шлюз оралды');
    await page.getByText(say('payout.ownRequest')).waitFor();
    expect(await button('records.switch.resume').isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });

  scene('the other sees whose word is there, and hers is the second', async () => {
    const other = await stage.signIn('manager2', 'ru');
    await other.page.setViewportSize({ width: 390, height: 900 });
    await other.page.getByRole('button', { name: other.say('app.theme.toDark') }).click();
    // The tooltip of the button stands outside every landmark.
    await other.page.mouse.move(195, 450);
    await other.go('/payouts');
    await other.page.getByText('Шлюз оралды').waitFor();
    expect(await axeFaults(other.page)).toEqual([]);
    await gateway.noFaults();
    await turn(other, 'resume', 'Проверено');
    await other.page.getByText(other.say('records.switch.stopped')).waitFor({ state: 'hidden' });
    expect(await payoutState()).toMatchObject({ stopped: false });
  });

  scene('the gateway is back: the refund leaves by itself, and the outage has its end', async () => {
    await until('the money to move', async () => {
      await moveClocks(2);
      return (await gateway.moved(claim.transactionId)).length > 0;
    });
    await manager.openClaim(claim.number);
    await stateIs(manager, 'resolved');
    expect(await gateway.moved(claim.transactionId)).toHaveLength(1);
    await manager.go('/payouts');
    await manager.page.getByTestId('outage').first().waitFor();
    // The end is written down when the round of sending is over, a moment after the money.
    await manager.page
      .getByText(manager.say('payout.stillAway'))
      .waitFor({ state: 'hidden', timeout: ASKED_AGAIN_MS });
    await manager.page.getByTestId('payout-banner').waitFor({ state: 'hidden', timeout: ASKED_AGAIN_MS });
  });
});
