import { openDatabase } from '../../adapters/db/database';
import { randomIds } from '../../adapters/ids/random-ids';
import { ENTITIES } from '../../entities';
import { openDeskApp, serveDesk } from '../../testing/desk-app';
import { TEST_ENGINE } from '../../testing/test-database';
import { AuditEventEntity } from '../audit';
import { makeLoadCalendar, seedCalendar } from '../calendar';
import { BreachEntity, ClaimEntity, makeOpenClaim, ObligationEntity } from '../claims';
import { createJobRunner, JobEntity } from '../jobs';
import { loadSettings } from '../settings';
import { UserEntity } from '../users';
import { EscalationEntity, WarningEntity } from './escalation.entity';
import { breachRoutes, clockRecurring, type ClockParts, type StaffDigest, warningRoutes } from '.';

const MONDAY = Date.parse('2026-11-23T10:15:00+05:00');
const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}+05:00`);
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Two instances of the clocks' work on one database (on SQLite, which knows one process, two runners in it). */
async function openSweep() {
  const desk = await openDeskApp();
  const digests: (StaffDigest & { at: number })[] = [];
  const partsOf = (uow: ClockParts['uow']): ClockParts => ({
    ...desk.parts,
    uow,
    loadCalendar: makeLoadCalendar(),
    loadSettings,
    longReads: (fn) => uow.read(fn),
    queueDigest: (_tx, digest) => Promise.resolve(void digests.push({ ...digest, at: desk.clock.now() })),
  });
  const second = TEST_ENGINE === 'postgres' ? await openDatabase(desk.database.url, ENTITIES) : desk.database;
  const parts = partsOf(desk.uow);
  await desk.uow.write((tx) => seedCalendar(tx, MONDAY));
  const runnerOf = (given: ClockParts) =>
    createJobRunner({ ...given, log: SILENT, handlers: {}, recurring: clockRecurring(given) });
  const instances = [runnerOf(parts), runnerOf(partsOf(second.uow))];
  const { as } = serveDesk([...warningRoutes(parts), ...breachRoutes(parts)], desk.people);
  let counter = 0;
  const open = (demandedAt: number, changed: object = {}) =>
    desk.uow.write((tx) =>
      makeOpenClaim(parts)(tx, {
        kind: 'refusal_before_handover',
        channel: 'phone',
        language: 'kk',
        languageSource: 'staff',
        customer: { name: 'Айгүл', email: `a${String((counter += 1))}@example.kz`, phone: null },
        orderNumber: null,
        requestedMinor: 100_000,
        currency: 'KZT',
        demandedAt,
        actorId: null,
        ...changed,
      }),
    );
  return {
    ...desk,
    as,
    parts,
    digests,
    open,
    /** Both instances do what is due, at the same moment. */
    both: () => Promise.all(instances.map((each) => each.runDue())),
    all: <T extends object>(entity: new () => T, where = {}) =>
      desk.uow.read((tx) => tx.find(entity, { where, order: { id: 'ASC' } as never })),
    close: async () => {
      if (second !== desk.database) await second.close();
      await desk.close();
    },
  };
}

let world: Awaited<ReturnType<typeof openSweep>>;
beforeEach(async () => {
  world = await openSweep();
});
afterEach(() => world.close());

const assign = (claimId: string, assigneeId: string) =>
  world.uow.write(async (tx) => {
    await tx.update(ClaimEntity, { id: claimId }, { assigneeId });
    await tx.insert(AuditEventEntity, {
      id: randomIds.next(),
      at: world.clock.now(),
      actorId: null,
      action: 'claim.assigned',
      resource: 'claims',
      resourceId: claimId,
      claimId,
      data: { from: null, to: assigneeId },
      sealed: null,
      requestId: null,
      address: null,
    });
  });

it('tells each step once in a month of two instances, in working hours, and marks what passed', async () => {
  const held = await world.open(MONDAY);
  await world.open(MONDAY + 3 * 24 * HOUR);
  await assign(held.id, world.userId('reviewer'));
  for (let hour = 0; hour < 31 * 24; hour += 1) {
    world.clock.at = MONDAY + hour * HOUR;
    await world.both();
  }

  const steps = await world.all(EscalationEntity);
  // Two claims with a refund and an answer of ten days each; the card clock has not begun.
  expect(steps).toHaveLength(4 * 5);
  expect(new Set(steps.map(({ obligationId, step }) => `${obligationId} ${step}`)).size).toBe(20);
  expect(steps.filter(({ overtaken }) => overtaken)).toEqual([]);
  for (const { stepAt, at: seen } of steps) expect(seen - stepAt).toBeLessThan(HOUR);

  const mailed = world.digests.flatMap(({ to, lines }) =>
    lines.map(({ claimId, kind, step }) => `${to} ${claimId} ${kind} ${step}`),
  );
  expect(new Set(mailed).size).toBe(mailed.length);
  expect(mailed).toHaveLength((await world.all(WarningEntity)).length);
  expect(mailed.filter((line) => line.startsWith('reviewer@'))).toHaveLength(2 * 5);
  // The managers hear of the unheld claim five times a term, of the held one not at the first step.
  expect(mailed.filter((line) => line.startsWith('manager@'))).toHaveLength(2 * 5 + 2 * 4);
  for (const digest of world.digests) {
    const hour = new Date(digest.at + 5 * HOUR);
    expect([hour.getUTCDay() % 6 === 0, hour.getUTCHours() >= 9, hour.getUTCHours() < 18]).toEqual([
      false,
      true,
      true,
    ]);
  }

  expect(await world.all(ObligationEntity, { status: 'running' })).toEqual([]);
  const breaches = await world.all(BreachEntity);
  expect(breaches).toHaveLength(4);
  expect(await world.all(AuditEventEntity, { action: 'claim.term_breached' })).toHaveLength(4);
  const answer = breaches.find(({ claimId, kind }) => claimId === held.id && kind === 'answer_10_days');
  expect(answer).toMatchObject({ cause: 'we_were_late', holderId: world.userId('reviewer') });
  expect(answer?.dueAt).toBe(at('2026-12-04T00:00:00'));
});

it('makes up for a week in which nothing ran: of several steps the last is told', async () => {
  const claim = await world.open(MONDAY);
  await world.both();
  world.clock.at = at('2026-12-08T08:00:00');
  await world.both();

  const steps = await world.all(EscalationEntity, { claimId: claim.id, kind: 'refund_10_days' });
  expect(steps.map(({ step, overtaken }) => [step, overtaken])).toEqual([
    ['first', true],
    ['second', true],
    ['target', true],
    ['breach', true],
    ['overdue', false],
  ]);
  // It is eight in the morning: the desk shows it, the mail waits.
  expect(world.digests).toEqual([]);
  expect((await world.as('manager').get('/api/warnings')).body).toHaveLength(2);
  world.clock.at = at('2026-12-08T09:00:00');
  await world.both();
  expect(world.digests.map(({ to }) => to).sort()).toEqual(['manager2@umami.kz', 'manager@umami.kz']);
});

it('does the same when both sweep at once without a lease', async () => {
  for (let index = 0; index < 12; index += 1) await world.open(MONDAY + index * HOUR);
  world.clock.at = at('2026-12-05T12:00:00');
  for (let round = 0; round < 3; round += 1) {
    await world.uow.write((tx) => tx.update(JobEntity, { state: 'ready' }, { leaseUntil: 0, runAt: 0 }));
    await world.uow.write((tx) => tx.update(ObligationEntity, { open: true }, { nextStepAt: 0 }));
    await world.both();
  }
  expect(await world.all(BreachEntity)).toHaveLength(24);
  expect(await world.all(EscalationEntity)).toHaveLength(24 * 4);
});

it('leaves out of the mail what was kept before the morning', async () => {
  const claim = await world.open(MONDAY);
  world.clock.at = at('2026-12-01T09:00:00');
  await world.uow.write((tx) => tx.update(UserEntity, { role: 'manager' }, { active: false }));
  await assign(claim.id, world.userId('reviewer'));
  world.clock.at = at('2026-12-03T19:00:00');
  await world.both();
  await world.uow.write((tx) => tx.update(ObligationEntity, { claimId: claim.id }, { open: false }));
  world.clock.at = at('2026-12-04T09:00:00');
  await world.both();
  expect(world.digests).toEqual([]);
  expect((await world.all(WarningEntity)).every(({ mailedAt }) => mailedAt === 0)).toBe(true);
});

it('tells the managers when the one who has the claim has left', async () => {
  const claim = await world.open(MONDAY);
  await assign(claim.id, world.userId('reviewer'));
  await world.uow.write((tx) => tx.update(UserEntity, { id: world.userId('reviewer') }, { active: false }));
  world.clock.at = at('2026-12-01T10:00:00');
  await world.both();
  const told = (await world.all(WarningEntity)).map(({ userId }) => userId);
  expect(new Set(told)).toEqual(new Set([world.userId('manager'), world.userId('manager2')]));
});

describe('on screens', () => {
  it('shows everybody their own warnings, and puts them away for them alone', async () => {
    await world.open(MONDAY);
    world.clock.at = at('2026-12-01T10:00:00');
    await world.both();
    const [first] = (await world.as('manager').get('/api/warnings')).body as { id: string }[];
    expect(first).toMatchObject({ step: 'first', seenAt: null });
    const id = first?.id ?? '';
    expect((await world.as('manager2').post(`/api/warnings/${id}/seen`)).status).toBe(404);
    expect((await world.as('manager').post(`/api/warnings/${id}/seen`)).status).toBe(200);
    const unseen = `/api/warnings?filter=${encodeURIComponent('{"seen":false}')}`;
    expect((await world.as('manager').get(unseen)).body).toHaveLength(1);
    expect((await world.as('manager2').get(unseen)).body).toHaveLength(2);
    const other = `/api/warnings?filter=${encodeURIComponent(JSON.stringify({ userId: world.userId('manager') }))}`;
    expect((await world.as('manager2').get(other)).status).toBe(422);
    expect((await world.as('reviewer').get('/api/warnings')).body).toEqual([]);
  });

  it('puts away what is over', async () => {
    const kept = await world.open(MONDAY);
    await world.open(MONDAY);
    world.clock.at = at('2026-12-01T10:00:00');
    await world.both();
    await world.uow.write((tx) =>
      tx.update(
        ObligationEntity,
        { claimId: kept.id, kind: 'answer_10_days' },
        { open: false, status: 'met' },
      ),
    );
    world.clock.at = at('2026-12-01T10:20:00');
    await world.both();
    const unseen = `/api/warnings?filter=${encodeURIComponent('{"seen":false}')}`;
    expect((await world.as('manager').get(unseen)).body).toHaveLength(3);
  });

  it('lets a manager correct a cause with a reason, once a version', async () => {
    await world.open(MONDAY);
    world.clock.at = at('2026-12-05T10:00:00');
    await world.both();
    const [breach] = (await world.as('auditor').get('/api/breaches')).body as {
      id: string;
      version: number;
    }[];
    expect(breach).toMatchObject({ cause: 'we_were_late', holders: [{ userId: null }], holderId: null });
    const path = `/api/breaches/${breach?.id ?? ''}/cause`;
    const body = { version: 1, cause: 'gateway_down', reason: 'The bank was away all day' };
    expect((await world.as('reviewer').post(path).send(body)).status).toBe(403);
    expect(
      (
        await world
          .as('manager')
          .post(path)
          .send({ ...body, cause: 'bad luck' })
      ).status,
    ).toBe(422);
    expect((await world.as('manager').post(path).send(body)).body).toMatchObject({
      cause: 'gateway_down',
      correctedById: world.userId('manager'),
      version: 2,
    });
    expect((await world.as('manager').post(path).send(body)).status).toBe(409);
    expect(await world.all(AuditEventEntity, { action: 'claim.breach_cause_corrected' })).toHaveLength(1);
  });
});
