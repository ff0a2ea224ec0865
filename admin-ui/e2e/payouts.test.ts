import { approve, passChecks, propose, stateIs, timelineOf } from './acts';
import { axeFaults } from './browser';
import { type Claimant, claimOf } from './claimant';
import type { Desk } from './desk';
import type { Gateway } from './gateway';
import { setStage } from './stage';
import { until } from './until';

// Payouts that do not go straight: refused, answered by nobody, settled without a notification.
const stage = setStage({ movableClock: true });
const MINUTE = 60_000;

const SILENT = claimant('Ержан Тілеуов', 'erzhan@example.kz', 'SO-73001', 6_000);
const REFUSED = claimant('Мария Пак', 'maria.pak@example.kz', 'SO-73002', 4_000);
const UNHEARD = claimant('Сәуле Әбенова', 'saule@example.kz', 'SO-73003', 8_000);
const CRASHED = claimant('Нұрлан Асқаров', 'nurlan@example.kz', 'SO-73005', 2_000);
const CUT = claimant('Игорь Ли', 'igor.li@example.kz', 'SO-73004', 3_000);

let gateway: Gateway;
let reviewer: Desk;
let manager: Desk;

/** Runs the claim to its approval; the faults are armed before the money leaves. */
async function approved(facts: Claimant, faults: [method: string, fault: string][]) {
  const claim = await claimOf(stage.product(), facts);
  await reviewer.openClaim(claim.number);
  await passChecks(reviewer, ['same_person']);
  await propose(reviewer);
  for (const [method, fault] of faults) await gateway.fault(method, fault);
  await manager.openClaim(claim.number);
  await approve(manager);
  return claim;
}

/** Moves both clocks, the product's and the gateway's. */
async function moveClocks(offsetMs: number): Promise<void> {
  await gateway.setClock(offsetMs);
  stage.product().setClock(offsetMs);
}

beforeAll(async () => {
  gateway = stage.gateway();
  reviewer = await stage.signIn('reviewer', 'ru');
  manager = await stage.signIn('manager', 'kk');
}, 60_000);

describe('a refused payout', () => {
  const scene = stage.story();
  let claim: Awaited<ReturnType<typeof claimOf>>;

  scene('returns to review with the words of the gateway', async () => {
    claim = await approved(REFUSED, [['payments/refund', 'G2']]);
    const { page, say } = manager;
    await page.getByText('Refused by the bank (sandbox fault G2)').waitFor();
    await stateIs(manager, 'in_review');
    await page.getByText(say('claim.view.payoutFailed'), { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await gateway.moved(claim.transactionId)).toEqual([]);
  });

  scene('is sent again under the same approval by one act', async () => {
    const { page, say } = manager;
    await page.getByTestId('retry-payout').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('claim.retry.button') })
      .click();
    await stateIs(manager, 'resolved');
    expect(await gateway.moved(claim.transactionId)).toMatchObject([{ kind: 'refund', amount: 4_000 }]);
    await claim.customer.letter('деньги возвращены');
    const told = await timelineOf(manager);
    const has = (event: string) => told.some((entry) => entry.includes(say(`claim.event.${event}`)));
    expect(['refund_refused', 'claim_payout_failed', 'claim_payout_retried'].every(has)).toBe(true);
  });
});

describe('a payout without notification', () => {
  const scene = stage.story();

  scene('settles by asking the gateway', async () => {
    const claim = await approved(UNHEARD, [['notifications/refund', 'G15:never']]);
    await until('money to move', async () => (await gateway.moved(claim.transactionId)).length > 0);
    await manager.panel('claim.refunds.title').getByText(manager.say('claim.refundState.accepted')).waitFor();
    await stateIs(manager, 'in_payout');
    await moveClocks(3 * MINUTE);
    await claim.customer.letter('деньги возвращены');
    await stateIs(manager, 'resolved');
    expect(await gateway.moved(claim.transactionId)).toHaveLength(1);
  });
});

describe('a payout whose outcome is unknown', () => {
  const scene = stage.story();

  scene('stands on its own desk until a person names what the gateway shows', async () => {
    const claim = await approved(CUT, [
      ['payments/refund', 'G10'],
      ['notifications/refund', 'G15:never'],
    ]);
    const [moved] = await until('money to move', async () => {
      const lines = await gateway.moved(claim.transactionId);
      return lines.length > 0 ? lines : null;
    });
    const { page, say } = manager;
    await manager.panel('claim.refunds.title').getByText(say('claim.refundState.unknown')).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('app.nav.unknown') })
      .click();
    await page.getByTestId('unknown-row').filter({ hasText: claim.number }).click();
    expect(await axeFaults(page)).toEqual([]);

    await page.getByRole('button', { name: say('desk.unknown.found'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('records.refunds.gatewayNumber')).fill(String(moved?.transactionId));
    await dialog.getByLabel(say('records.refunds.reason')).fill('Шлюз кабинетінде көрінеді');
    await dialog.getByRole('button', { name: say('desk.unknown.found') }).click();
    await dialog.waitFor({ state: 'hidden' });

    await claim.customer.letter('деньги возвращены');
    await manager.openClaim(claim.number);
    await stateIs(manager, 'resolved');
    const told = await timelineOf(manager);
    expect(told.filter((entry) => entry.includes(say('claim.event.refund_resolve_found')))).toHaveLength(1);
    expect(await gateway.moved(claim.transactionId)).toHaveLength(1);
  });

  scene('is found by the product itself after the quiet time, and nothing is sent twice', async () => {
    const claim = await approved(CRASHED, [
      ['payments/refund', 'G6'],
      ['notifications/refund', 'G15:never'],
    ]);
    const refunds = manager.panel('claim.refunds.title');
    await refunds.getByText(manager.say('claim.refundState.unknown')).waitFor();
    await moveClocks(20 * MINUTE);
    await claim.customer.letter('деньги возвращены');
    await stateIs(manager, 'resolved');
    expect(await gateway.moved(claim.transactionId)).toHaveLength(1);
  });
});

describe('a call that is never answered', () => {
  const scene = stage.story();

  // The last of the file: the product waits a minute for this answer, and longer than this story lasts.
  scene('settles by the notification that comes before any answer', async () => {
    const claim = await approved(SILENT, [['payments/refund', 'G8']]);
    await claim.customer.letter('деньги возвращены');
    await stateIs(manager, 'resolved');
    expect(await gateway.moved(claim.transactionId)).toHaveLength(1);
  });
});

function claimant(name: string, address: string, order: string, sum: number): Claimant {
  return { name, address, order, sum, language: 'ru' };
}
