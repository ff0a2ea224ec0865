import request from 'supertest';
import { randomIds } from '../../adapters/ids/random-ids';
import type { Role } from '../../domain/permissions';
import { knownOf } from '../../http/route';
import { buildApp } from '../../http/app';
import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { AuditEventEntity } from '../audit';
import {
  CalendarChangeEntity,
  calendarChangeRoutes,
  calendarRoutes,
  makeLoadCalendar,
  seedCalendar,
} from '../calendar';
import {
  type ClaimCore,
  ClaimEntity,
  type ClaimLetter,
  DeadlineMoveEntity,
  makeOpenClaim,
  makeRefreshClaim,
  ObligationEntity,
} from '../claims';
import { createJobRunner, JobEntity } from '../jobs';
import { MessageEntity } from '../messages';
import { loadSettings, SettingEntity } from '../settings';
import { type ClockParts, clockJobs, clockRoutes, makeOrderRecount, resumeRecount } from '.';

const MONDAY = Date.parse('2026-11-23T10:15:00+05:00');
const HOUR = 3_600_000;
const NAMES = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off', source: 'an order' };

/** The calendar in the database, an administrator's routes and the jobs, over the desk's database and clock. */
async function openClocks() {
  const desk: DeskApp = await openDeskApp();
  const { uow } = desk;
  const letters: ClaimLetter[] = [];
  const core: ClaimCore = {
    ...desk.parts,
    loadCalendar: makeLoadCalendar(),
    loadSettings,
    queueLetter: (_tx, letter) => Promise.resolve(void letters.push(letter)),
  };
  const faults = { batches: Infinity };
  const failing: typeof uow = {
    ...uow,
    // Dies like a process: in the middle of a transaction, which is then undone.
    write: (fn) =>
      uow.write(async (tx) => {
        const answer = await fn(tx);
        faults.batches -= 1;
        if (faults.batches < 0) throw new Error('the process died');
        return answer;
      }),
  };
  const queueDigest = () => Promise.resolve();
  const parts: ClockParts = { ...core, uow: failing, longReads: (fn) => uow.read(fn), queueDigest };
  await uow.write((tx) => seedCalendar(tx, MONDAY));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const jobs = createJobRunner({ ...parts, uow, log, handlers: clockJobs(parts), recurring: [] });
  const app = buildApp({
    routes: [
      ...calendarRoutes({ ...core, uow }),
      ...calendarChangeRoutes({ ...core, uow, onPublished: makeOrderRecount(parts) }),
      ...clockRoutes(parts),
    ],
    log,
    ids: randomIds,
    publicUrl: 'http://localhost:3000',
    trustProxy: '',
    sessions: {
      identify: (req, _res, next) => {
        const role = String(req.headers['x-test-user']) as Role;
        knownOf(req).actor = { id: desk.userId(role), role, name: role };
        next();
      },
      csrfTokenOf: () => 'token',
    },
    findMachine: () => Promise.resolve(undefined),
    uiFolder: null,
  });
  let counter = 0;
  const as = (role: Role) => ({
    get: (path: string) => request(app).get(path).set('x-test-user', role),
    post: (path: string, body: object = {}) =>
      request(app)
        .post(path)
        .set({ 'x-test-user': role, 'x-csrf-token': 'token' })
        .send({ commandId: `cal-${(counter += 1)}`, ...body }),
  });
  const open = (demandedAt: number, changed: object = {}) =>
    uow.write((tx) =>
      makeOpenClaim(core)(tx, {
        kind: 'refusal_before_handover',
        channel: 'phone',
        language: 'kk',
        languageSource: 'staff',
        customer: { name: 'Айгүл', email: `a${(counter += 1)}@example.kz`, phone: null },
        orderNumber: null,
        requestedMinor: 100_000,
        currency: 'KZT',
        demandedAt,
        actorId: null,
        ...changed,
      }),
    );
  return { ...desk, core, parts, jobs, as, open, letters, faults, close: () => desk.close() };
}

let world: Awaited<ReturnType<typeof openClocks>>;
beforeEach(async () => {
  world = await openClocks();
});
afterEach(() => world.close());

const dayOff = (day: string) => ({ day, kind: 'day_off', ...NAMES });
const ordinary = (day: string) => ({ ...dayOff(day), kind: null });
async function draft(body: object): Promise<{ id: string; [name: string]: unknown }> {
  const res = await world
    .as('admin')
    .post('/api/calendar-changes', { reason: 'an order of the ministry', ...body });
  expect(res.status).toBe(201);
  return res.body as { id: string };
}
const publish = (id: string) => world.as('admin').post(`/api/calendar-changes/${id}/publish`);
const change = (id: string) => world.uow.read((tx) => tx.findOneByOrFail(CalendarChangeEntity, { id }));
const claimOf = (id: string) => world.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id }));
const moves = () =>
  world.uow.read((tx) => tx.find(DeadlineMoveEntity, { order: { claimId: 'ASC', kind: 'ASC' } }));
const settle = async () => {
  for (let round = 0; round < 5; round += 1) await world.jobs.runDue();
};

describe('a draft', () => {
  it('changes nothing, and tells what would move, what would be late and who was told otherwise', async () => {
    const told = await world.open(MONDAY);
    const other = await world.open(MONDAY - 9 * 24 * HOUR);
    await tellDates(told);
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    const body: unknown = (await world.as('reviewer').get(`/api/calendar-changes/${id}/preview`)).body;
    expect(body).toMatchObject({ claims: 2, moved: 1, earlier: 0, later: 1, late: 0, told: 1 });
    expect(body).toMatchObject({
      dates: [{ fromOn: '2026-12-03', toOn: '2026-12-04', terms: 2 }],
      rows: [
        {
          number: told.number,
          kind: 'refund_10_days',
          fromOn: '2026-12-03',
          toOn: '2026-12-04',
          toldOn: '2026-12-03',
        },
        {
          number: told.number,
          kind: 'answer_10_days',
          fromOn: '2026-12-03',
          toOn: '2026-12-04',
          toldOn: null,
        },
      ],
    });
    expect((await claimOf(told.id)).dueOn).toBe('2026-12-03');
    expect((await claimOf(other.id)).dueOn).toBe(other.dueOn);
  });

  it('says which claims would be late at once', async () => {
    world.clock.at = Date.parse('2024-06-19T09:00:00+05:00');
    const monday = await draft({ days: [dayOff('2024-06-17')] });
    await publish(monday.id);
    await settle();
    await world.open(Date.parse('2024-06-07T09:00:00+05:00'));
    const back = await draft({ days: [ordinary('2024-06-17')] });
    const body: unknown = (await world.as('manager').get(`/api/calendar-changes/${back.id}/preview`)).body;
    expect(body).toMatchObject({ moved: 1, earlier: 1, late: 1 });
  });

  it.each([
    ['a contradictory day', { days: [{ ...dayOff('2026-12-30'), kind: 'working_weekend' }] }, 'days.0'],
    ['an overlapping day', { days: [dayOff('2026-12-30'), dayOff('2026-12-30')] }, 'days.1'],
    ['a year without data', { years: [{ year: 2030, state: 'published' }] }, 'years.0'],
    ['a day without its names', { days: [{ day: '2026-12-30', kind: 'day_off' }] }, 'days.0'],
    ['nothing', {}, 'days'],
  ])('refuses %s and keeps nothing', async (_what, body, path) => {
    const res = await world.as('admin').post('/api/calendar-changes', { reason: 'x', ...body });
    expect(res.status).toBe(422);
    expect(Object.keys((res.body as { errors: object }).errors)).toEqual([path]);
    expect(await world.uow.read((tx) => tx.count(CalendarChangeEntity))).toBe(0);
  });

  it('is the administrator’s alone, and may be put away', async () => {
    expect((await world.as('manager').post('/api/calendar-changes', { reason: 'x' })).status).toBe(403);
    const { id } = await draft({ days: [dayOff('2026-12-30')] });
    expect((await world.as('admin').post(`/api/calendar-changes/${id}/discard`)).body).toMatchObject({
      state: 'discarded',
    });
    expect((await publish(id)).status).toBe(409);
  });
});

describe('publishing', () => {
  it('moves the open claims, once, with their queue, history and version; closed ones keep their dates', async () => {
    const open = await world.open(MONDAY);
    const closed = await world.open(MONDAY);
    await close(closed);
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    const closedTerms = await terms(closed.id);
    expect((await publish(id)).body).toMatchObject({ state: 'publishing' });
    await settle();
    expect(await change(id)).toMatchObject({
      state: 'published',
      total: 1,
      done: 1,
      moved: 1,
      earlier: 0,
      late: 0,
    });
    expect(await claimOf(open.id)).toMatchObject({
      dueOn: '2026-12-04',
      dueAt: Date.parse('2026-12-05T00:00:00+05:00'),
      latestSafeAt: Date.parse('2026-12-02T17:00:00+05:00'),
      version: open.version + 1,
    });
    expect((await terms(open.id)).map(({ dueOn, calendarVersion }) => [dueOn, calendarVersion])).toEqual([
      ['2026-12-04', '2026.2'],
      ['2026-12-04', '2026.2'],
    ]);
    expect(await terms(closed.id)).toEqual(closedTerms);
    const events = await world.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'claim.term_moved' }));
    expect(events.map(({ claimId }) => claimId)).toEqual([open.id, open.id]);
    expect(await world.uow.read((tx) => tx.countBy(AuditEventEntity, { action: 'calendar.published' }))).toBe(
      1,
    );
  });

  it('leaves a closed claim its dates also when something happens to it later', async () => {
    const closed = await world.open(MONDAY);
    await close(closed);
    const before = await terms(closed.id);
    await publish((await draft({ days: [dayOff('2026-12-03')] })).id);
    await settle();

    await world.uow.write((tx) => makeRefreshClaim(world.core)(tx, closed.id, 'letter'));
    expect(await terms(closed.id)).toEqual(before);
  });

  it('answers a double click once, and lets one change work at a time', async () => {
    await world.open(MONDAY);
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    const second = await draft({ days: [dayOff('2027-02-03')] });
    const body = { commandId: 'twice' };
    const first = await world.as('admin').post(`/api/calendar-changes/${id}/publish`, body);
    const again = await world.as('admin').post(`/api/calendar-changes/${id}/publish`, body);
    expect(again.body).toEqual(first.body);
    expect((await publish(second.id)).status).toBe(409);
    await settle();
    expect((await publish(second.id)).status).toBe(200);
  });

  it('refuses a draft that was made for another calendar', async () => {
    const [one, two] = [
      await draft({ days: [dayOff('2026-12-03')] }),
      await draft({ days: [dayOff('2026-12-04')] }),
    ];
    await publish(one.id);
    await settle();
    const res = await publish(two.id);
    expect(res.status).toBe(409);
    expect(res.body).toMatchObject({ current: { year: 2026, version: 2 } });
  });

  it('takes away the word "provisional" when a year is published', async () => {
    const claim = await world.open(Date.parse('2026-11-23T10:00:00+05:00'));
    world.clock.at = Date.parse('2026-12-30T10:00:00+05:00');
    const late = await world.open(world.clock.at);
    expect(late).toMatchObject({ dueOn: '2027-01-11', provisional: true });
    await publish((await draft({ years: [{ year: 2027, state: 'published' }] })).id);
    await settle();
    expect(await claimOf(late.id)).toMatchObject({ dueOn: '2027-01-11', provisional: false });
    expect((await claimOf(claim.id)).dueOn).toBe(claim.dueOn);
    expect(await moves()).toEqual([]);
  });

  it('keeps the earlier date when the setting says so', async () => {
    await world.uow.write((tx) =>
      tx.insert(SettingEntity, {
        id: randomIds.next(),
        key: 'calendarChange',
        value: 'keep_earlier',
        validFrom: '2026-01-01',
        reason: 'x',
        law: 'x',
        createdById: null,
        createdAt: MONDAY,
      }),
    );
    const claim = await world.open(MONDAY);
    await publish((await draft({ days: [dayOff('2026-12-03')] })).id);
    await settle();
    expect((await claimOf(claim.id)).dueOn).toBe('2026-12-03');
  });
});

describe('an earlier date', () => {
  it('is an alert, and what is late at once says so', async () => {
    world.clock.at = Date.parse('2024-06-05T09:00:00+05:00');
    await publish((await draft({ days: [dayOff('2024-06-17')] })).id);
    await settle();
    const claim = await world.open(Date.parse('2024-06-05T09:00:00+05:00'));
    const late = await world.open(Date.parse('2024-06-05T09:00:00+05:00'), {
      kind: 'other',
      requestedMinor: null,
    });
    expect(claim.dueOn).toBe('2024-06-18');
    world.clock.at = Date.parse('2024-06-18T09:00:00+05:00');
    await publish((await draft({ days: [ordinary('2024-06-17')] })).id);
    await settle();
    expect(await claimOf(claim.id)).toMatchObject({ dueOn: '2024-06-17' });
    expect((await terms(late.id)).map(({ status, open }) => [status, open])).toEqual([['breached', true]]);
    const list = await world
      .as('auditor')
      .get(`/api/deadline-moves?filter=${encodeURIComponent('{"late":true,"earlier":true}')}`);
    expect((list.body as { claimId: string }[]).map(({ claimId }) => claimId).sort()).toEqual(
      [claim.id, claim.id, late.id].sort(),
    );
  });
});

describe('letters that correct a date', () => {
  it('wait for a manager, and go to those who were told another date, one a claim', async () => {
    const [told, silent, closed] = [
      await world.open(MONDAY),
      await world.open(MONDAY),
      await world.open(MONDAY),
    ];
    await tellDates(told);
    await tellDates(closed);
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    await publish(id);
    await settle();
    await close(closed);
    expect(world.letters.filter(({ kind }) => kind === 'date_correction')).toEqual([]);
    expect((await change(id)).told).toBe(2);
    const send = (role: Role) => world.as(role).post(`/api/calendar-changes/${id}/letters`, { act: 'send' });
    expect((await send('reviewer')).status).toBe(403);
    expect((await send('manager')).body).toMatchObject({ moves: 2 });
    await send('manager');
    await settle();
    const sent = world.letters.filter(({ kind }) => kind === 'date_correction');
    expect(sent.map(({ claim }) => claim.id)).toEqual([told.id]);
    expect((await moves()).map(({ claimId, letter }) => `${claimId} ${letter}`).sort()).toEqual(
      [
        `${told.id} none`,
        `${told.id} queued`,
        `${silent.id} none`,
        `${silent.id} none`,
        `${closed.id} none`,
        `${closed.id} dropped`,
      ].sort(),
    );
  });

  it('may be dropped', async () => {
    await tellDates(await world.open(MONDAY));
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    await publish(id);
    await settle();
    await world.as('manager').post(`/api/calendar-changes/${id}/letters`, { act: 'drop' }).expect(200);
    expect((await moves()).map(({ letter }) => letter).sort()).toEqual(['dropped', 'none']);
  });
});

describe('the pass over many claims', () => {
  const COUNT = 620;
  const many = async () => {
    const first = await world.open(MONDAY);
    const { id: _id, number: _number, replyToken: _token, ...claim } = first;
    const [term] = await terms(first.id);
    await world.uow.write(async (tx) => {
      for (let index = 1; index < COUNT; index += 1) {
        const id = randomIds.next();
        const key = String(index).padStart(6, '0');
        await tx.insert(ClaimEntity, { ...claim, id, number: `UM-1-${key}`, replyToken: `t${key}` });
        await tx.insert(ObligationEntity, {
          ...term!,
          trace: term!.trace as object,
          id: randomIds.next(),
          claimId: id,
        });
      }
    });
  };

  it('goes on where it was when the process died, leaving out none and doing none twice', async () => {
    await many();
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    await publish(id);
    world.faults.batches = 3;
    await world.jobs.runDue();
    const half = await change(id);
    expect(half.state).toBe('publishing');
    expect(half.done).toBeGreaterThan(0);
    expect(half.done).toBeLessThan(COUNT);
    // A new process does not wait for the dead one's lease to end.
    world.faults.batches = Infinity;
    await resumeRecount(world.parts);
    await settle();
    expect(await change(id)).toMatchObject({ state: 'published', total: COUNT, done: COUNT, moved: COUNT });
    const claims = await world.uow.read((tx) => tx.find(ClaimEntity));
    expect(new Set(claims.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-04']));
    expect(new Set(claims.map(({ version }) => version))).toEqual(new Set([2]));
    expect(await moves()).toHaveLength(COUNT + 1);
    expect(await world.uow.read((tx) => tx.countBy(AuditEventEntity, { action: 'claim.term_moved' }))).toBe(
      COUNT + 1,
    );
  });

  it('is shared by two workers without doing anything twice', async () => {
    await many();
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    await publish(id);
    const job = clockJobs(world.parts)['calendar.recount']!;
    await Promise.all([job({ changeId: id, cursor: '' }), job({ changeId: id, cursor: '' })]);
    await settle();
    expect(await change(id)).toMatchObject({ state: 'published', done: COUNT, moved: COUNT });
    expect(await moves()).toHaveLength(COUNT + 1);
  });

  it('looks again for claims that were being opened meanwhile', async () => {
    await world.open(MONDAY);
    const { id } = await draft({ days: [dayOff('2026-12-03')] });
    await publish(id);
    await settle();
    // As an instance that had read the old calendar would have left it behind the cursor.
    const late = await world.open(MONDAY);
    await world.uow.write(async (tx) => {
      const old = { dueOn: '2026-12-03', dueAt: Date.parse('2026-12-04T00:00:00+05:00') };
      await tx.update(ClaimEntity, { id: late.id }, old);
      await tx.update(ObligationEntity, { claimId: late.id }, { ...old, calendarVersion: '2026.1' });
    });
    world.clock.at += 3 * 60_000;
    await settle();
    expect((await claimOf(late.id)).dueOn).toBe('2026-12-04');
    expect(await world.uow.read((tx) => tx.countBy(JobEntity, { state: 'dead' }))).toBe(0);
  });
});

describe('files', () => {
  it.each(['json', 'ics'] as const)(
    'a year goes out and comes back as %s without a difference',
    async (format) => {
      const file = await world
        .as('auditor')
        .get(`/api/calendar-file?year=2026&format=${format}`)
        .buffer(true);
      expect(file.status).toBe(200);
      const text = format === 'json' ? JSON.stringify(file.body) : file.text;
      const same = await world
        .as('admin')
        .post('/api/calendar-changes/import', { reason: 'x', format, text });
      expect(same.status).toBe(422);
      expect(same.body).toMatchObject({ errors: { text: 'no difference' } });
    },
  );

  it('drafts what a file adds and takes away', async () => {
    const body: unknown = (await world.as('admin').get('/api/calendar-file?year=2026&format=json')).body;
    const days = (body as { day: string }[]).filter(({ day }) => day !== '2026-12-16');
    const text = JSON.stringify([...days, { day: '2026-12-31', kind: 'day_off', nameRu: 'Выходной' }]);
    const res = await world
      .as('admin')
      .post('/api/calendar-changes/import', { reason: 'x', format: 'json', text });
    expect(res.status).toBe(201);
    expect(
      (res.body as { days: { day: string; kind: string | null }[] }).days.map(({ day, kind }) => [day, kind]),
    ).toEqual([
      ['2026-12-16', null],
      ['2026-12-31', 'day_off'],
    ]);
  });

  it('are refused when broken, with nothing kept', async () => {
    const res = await world
      .as('admin')
      .post('/api/calendar-changes/import', { reason: 'x', format: 'ics', text: 'BEGIN:VCALENDAR' });
    expect(res.status).toBe(422);
    expect(await world.uow.read((tx) => tx.count(CalendarChangeEntity))).toBe(0);
  });
});

it('reminds of the next year from mid-December', async () => {
  expect((await world.as('admin').get('/api/calendar-reminders')).body).toEqual([]);
  world.clock.at = Date.parse('2026-12-15T09:00:00+05:00');
  expect((await world.as('admin').get('/api/calendar-reminders')).body).toEqual([
    { code: 'next_year', year: 2027 },
  ]);
});

function terms(claimId: string) {
  return world.uow.read((tx) => tx.find(ObligationEntity, { where: { claimId }, order: { kind: 'ASC' } }));
}

/** As a withdrawal would leave it. */
async function close({ id }: ClaimEntity): Promise<void> {
  await world.uow.write(async (tx) => {
    await tx.update(ClaimEntity, { id }, { state: 'withdrawn', closedAt: world.clock.at });

    await makeRefreshClaim(world.core)(tx, id, 'clock');
  });
}

/** An acknowledgement that told the ten days of the refund. */
async function tellDates(claim: ClaimEntity): Promise<void> {
  const id = randomIds.next();
  await world.uow.write((tx) =>
    tx.insert(MessageEntity, {
      id,
      claimId: claim.id,
      direction: 'out',
      kind: 'acknowledgement',
      state: 'sent',
      language: 'kk',
      sealed: '',
      wrappedKey: null,
      mailMessageId: `<${id}@umami.kz>`,
      inReplyTo: null,
      told: { refund_10_days: claim.dueOn ?? '' },
      automatic: true,
      documentIds: [],
      authorId: null,
      tries: 1,
      dedupKey: id,
      createdAt: world.clock.at,
      sentAt: world.clock.at,
    }),
  );
}
