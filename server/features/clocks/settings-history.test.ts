import { openDeskApp, serveDesk } from '../../testing/desk-app';
import { AuditEventEntity } from '../audit';
import { makeLoadCalendar, seedCalendar } from '../calendar';
import { makeOpenClaim, makeRefreshClaim, ObligationEntity } from '../claims';
import { loadSettings, settingRoutes } from '../settings';
import { type ClockParts, settingPreviewRoutes } from '.';

const MONDAY = Date.parse('2026-11-23T10:15:00+05:00');
const DAY = 86_400_000;
let counter = 0;

/** Settings as an administrator changes them, over the desk's database and clock. */
async function openSettings() {
  const desk = await openDeskApp();
  const parts: ClockParts = {
    ...desk.parts,
    loadCalendar: makeLoadCalendar(),
    loadSettings,
    longReads: (fn) => desk.uow.read(fn),
    queueDigest: () => Promise.resolve(),
  };
  await desk.uow.write((tx) => seedCalendar(tx, MONDAY));
  const { as } = serveDesk([...settingRoutes(parts), ...settingPreviewRoutes(parts)], desk.people);
  const open = (demandedAt: number) =>
    desk.uow.write((tx) =>
      makeOpenClaim(parts)(tx, {
        kind: 'refusal_before_handover',
        channel: 'phone',
        language: 'kk',
        languageSource: 'staff',
        customer: { name: 'Айгүл', email: `s${String((counter += 1))}@example.kz`, phone: null },
        orderNumber: null,
        requestedMinor: 100_000,
        currency: 'KZT',
        demandedAt,
        actorId: null,
      }),
    );
  return { ...desk, parts, as, open };
}

let world: Awaited<ReturnType<typeof openSettings>>;
beforeEach(async () => {
  world = await openSettings();
});
afterEach(() => world.close());

const change = (key: string, value: unknown, own: object = {}, user = 'admin') =>
  world
    .as(user)
    .post(`/api/settings/${key}/values`)
    .send({
      commandId: `s-${String((counter += 1))}`,
      value,
      validFrom: '2026-11-25',
      reason: 'the shop promises more',
      ...own,
    });
const preview = (key: string, value: unknown) =>
  world.as('reviewer').post(`/api/settings/${key}/preview`).send({ value });
const dueOf = async (claimId: string, kind = 'refund_10_days') =>
  world.uow.read(async (tx) => {
    const { dueOn, settingsOn } = await tx.findOneByOrFail(ObligationEntity, {
      claimId,
      kind: kind as 'refund_10_days',
    });
    return `${dueOn} by ${settingsOn}`;
  });

it('changes from a coming day, and a claim keeps the settings of its own day', async () => {
  const before = await world.open(MONDAY);
  expect((await change('tenDay.days', 7)).status).toBe(201);
  world.clock.at = MONDAY + 2 * DAY;
  const after = await world.open(world.clock.at);
  await world.uow.write((tx) => makeRefreshClaim(world.parts)(tx, before.id, 'mail'));
  expect(await dueOf(before.id)).toBe('2026-12-03 by 2026-11-23');
  expect(await dueOf(after.id)).toBe('2026-12-02 by 2026-11-25');

  const setting = (await world.as('auditor').get('/api/settings/tenDay.days')).body as unknown;
  expect(setting).toMatchObject({
    value: 7,
    default: 10,
    history: [{ value: 7, validFrom: '2026-11-25', createdById: world.userId('admin') }],
  });
  const events = await world.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'setting.changed' }));
  expect(events.map(({ data }) => data)).toMatchObject([{ from: 10, to: 7, validFrom: '2026-11-25' }]);
});

it('is done once a command', async () => {
  const once = { commandId: 'the same' };
  const answers = [await change('card.workingDays', 2, once), await change('card.workingDays', 2, once)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const { history } = (await world.as('admin').get('/api/settings/card.workingDays')).body as {
    history: unknown[];
  };
  expect(history).toHaveLength(1);
});

it.each<[string, string, unknown, object, number]>([
  ['a value out of range', 'tenDay.days', 11, {}, 422],
  ['a value of another kind', 'tenDay.rollForward', 'yes', {}, 422],
  ['a value that is there', 'tenDay.days', 10, {}, 422],
  ['today', 'tenDay.days', 7, { validFrom: '2026-11-23' }, 422],
  ['a day that is past', 'tenDay.days', 7, { validFrom: '2026-01-01' }, 422],
  ['no day', 'tenDay.days', 7, { validFrom: '2026-02-30' }, 422],
  ['no reason', 'tenDay.days', 7, { reason: ' ' }, 422],
  ['values that contradict', 'approvers.from', '19:00', {}, 422],
  ['an unknown setting', 'moon.phase', 1, {}, 404],
])('refuses %s', async (_what, key, value, own, status) => {
  expect((await change(key, value, own)).status).toBe(status);
});

it('refuses a second value from one day, and anybody but an administrator', async () => {
  expect((await change('tenDay.days', 7)).status).toBe(201);
  expect((await change('tenDay.days', 8)).body).toMatchObject({
    status: 422,
    errors: { validFrom: 'taken' },
  });
  expect((await change('tenDay.days', 8, {}, 'manager')).status).toBe(403);
});

describe('the preview', () => {
  it('tells what open claims would be like, and changes none', async () => {
    const claim = await world.open(MONDAY);
    await world.open(MONDAY - 10 * DAY);
    const body: unknown = (await preview('tenDay.days', 7)).body;
    expect(body).toMatchObject({ claims: 2, earlier: 2, later: 0, late: 1, notBegun: 0 });
    expect((body as { rows: object[] }).rows).toContainEqual(
      expect.objectContaining({ claimId: claim.id, fromOn: '2026-12-03', toOn: '2026-11-30', late: false }),
    );
    expect(await dueOf(claim.id)).toBe('2026-12-03 by 2026-11-23');
  });

  it('knows that a term may not have begun, and that only a target may move', async () => {
    await world.open(MONDAY);
    expect((await preview('start.tenDay', 'complete_application')).body).toMatchObject({
      notBegun: 1,
      rows: [{ toOn: null }],
    });
    expect((await preview('internalTarget', '15:00')).body).toMatchObject({
      targets: 2,
      earlier: 0,
      later: 0,
    });
    expect((await preview('orders.pattern', 'X-\\d+')).body).toMatchObject({ targets: 0, rows: [] });
  });

  it('refuses what the setting cannot take', async () => {
    expect((await preview('tenDay.days', 0)).status).toBe(422);
    expect((await preview('moon.phase', 1)).status).toBe(404);
  });
});
