import { createHmac } from 'node:crypto';
import request from 'supertest';
import { API_SECRET, startReceiver } from '../../../scripts/sandbox/testing';
import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import { JobEntity } from '../jobs';
import { WebhookForwardEntity } from './webhook-forward.entity';

let answer = { status: 200, body: '{"code":0}' };
let shop: Awaited<ReturnType<typeof startReceiver>>;
let desk: PayoutDesk;
beforeEach(async () => {
  answer = { status: 200, body: '{"code":0}' };
  shop = await startReceiver(() => answer);
  desk = await openPayoutDesk({ webhooks: false, forwardUrl: shop.url });
});
afterEach(async () => {
  await desk.close();
  await shop.close();
});

const BODY = 'TransactionId=41&Amount=5.00&Currency=KZT&Status=Completed&CardExpDate=12%2f39&Token=tk_secret';
const sign = (body: string) => createHmac('sha256', API_SECRET).update(body).digest('base64');
const post = (body = BODY) =>
  request(desk.app)
    .post('/webhooks/cloudpayments/pay')
    .set({
      'content-type': 'application/x-www-form-urlencoded',
      'content-hmac': sign(body),
      'x-content-hmac': 'x',
    })
    .serialize((sent: unknown) => sent as string)
    .send(body);
const waiting = () => desk.uow.read((tx) => tx.find(WebhookForwardEntity));

it('hands the bytes and signatures on as they came, once, and keeps nothing', async () => {
  await post().expect(200, { code: 0 });
  await post().expect(200, { code: 0 });
  await desk.jobs.runDue();
  expect(shop.received).toHaveLength(1);
  const [passed] = shop.received;
  expect(passed?.path).toBe('/hooks/pay');
  expect(passed?.body.toString()).toBe(BODY);
  expect(passed?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    'content-hmac': sign(BODY),
    'x-content-hmac': 'x',
  });
  expect(await waiting()).toEqual([]);
});

it('keeps what it waits for sealed, and out of the job', async () => {
  await post().expect(200);
  const kept = JSON.stringify([await waiting(), await desk.uow.read((tx) => tx.find(JobEntity))]);
  for (const secret of ['tk_secret', Buffer.from(BODY).toString('base64').slice(0, 40)])
    expect(kept).not.toContain(secret);
});

it.each([
  ['an error', { status: 500, body: '' }],
  ['another code', { status: 200, body: '{"code":13}' }],
  ['a redirect', { status: 302, body: '' }],
])(
  'answers the gateway while the shop says %s, and tries the shop again as the gateway would',
  async (_what, bad) => {
    answer = bad;
    await post().expect(200, { code: 0 });
    await desk.jobs.runDue();
    for (const [index, minutes] of [1, 2, 5, 10, 30, 30].entries()) {
      expect(shop.received).toHaveLength(index + 1);
      await desk.advance(minutes - 0.2);
      await desk.jobs.runDue();
      expect(shop.received).toHaveLength(index + 1);
      await desk.advance(0.3);
      await desk.jobs.runDue();
    }
    answer = { status: 200, body: '{"code":0}' };
    await desk.advance(31);
    await desk.jobs.runDue();
    expect(await waiting()).toEqual([]);
  },
);

it('still tries after a day, gives up after two, and keeps nothing then', async () => {
  await desk.close();
  await shop.close();
  const { url } = shop;
  desk = await openPayoutDesk({ webhooks: false, forwardUrl: url });
  await post().expect(200, { code: 0 });
  for (let hours = 0; hours < 30; hours += 0.5) {
    await desk.advance(30);
    await desk.jobs.runDue();
  }
  expect(await waiting()).toHaveLength(1);
  for (let hours = 0; hours < 20; hours += 0.5) {
    await desk.advance(30);
    await desk.jobs.runDue();
  }
  expect(await waiting()).toEqual([]);
});
