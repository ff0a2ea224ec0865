import { inflateRawSync } from 'node:zlib';
import request from 'supertest';
import { openDeskApp, serveDesk } from '../../testing/desk-app';
import { AuditEventEntity, makeRecordExport } from '../audit';
import { authorityRoutes } from '../authorities';
import { AuthorityTermEntity } from '../authorities/authority-term.entity';
import { calendarChangeRoutes, calendarRoutes, makeLoadCalendar, seedCalendar } from '../calendar';
import { BreachEntity, claimRoutes, ClaimEntity, ObligationEntity } from '../claims';
import { createJobRunner } from '../jobs';
import { loadSettings } from '../settings';
import { WarningEntity } from './escalation.entity';
import {
  clockJobs,
  type ClockParts,
  clockRecurring,
  clockRoutes,
  makeOrderRecount,
  reportRoutes,
  type StaffDigest,
} from '.';

interface Clock {
  kind: string;
  round: number;
  startsOn: string;
  dueOn: string;
  status: string;
  open: boolean;
  voidReason: string | null;
  article: string;
  trace: { day: string; counted: boolean; reason: string }[];
}
interface Shown {
  id: string;
  version: number;
  state: string;
  dueOn: string | null;
  obligations: Clock[];
  authorityRequests: { id: string; code: string; reference: string; answeredAt: string | null }[];
}

const at = (local: string) => Date.parse(`${local}+05:00`);
const MONDAY = at('2026-11-23T10:15:00');
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const COURT = {
  nameKk: 'Соттың сұрау салуы',
  nameRu: 'Запрос суда',
  nameEn: 'Request of a court',
  days: 5,
  unit: 'working',
  rollForward: true,
  start: 'day_after',
  article: 'order of the court',
  validFrom: '2026-01-01',
  reason: 'the court asked for the first time',
};

async function openAuthorities() {
  const desk = await openDeskApp();
  const digests: StaffDigest[] = [];
  const parts = {
    ...desk.parts,
    loadCalendar: makeLoadCalendar(),
    loadSettings,
    longReads: ((fn) => desk.uow.read(fn)) as ClockParts['longReads'],
    queueDigest: (_tx: unknown, digest: StaffDigest) => Promise.resolve(void digests.push(digest)),
  };
  await desk.uow.write((tx) => seedCalendar(tx, MONDAY));
  const jobs = createJobRunner({
    ...parts,
    log: SILENT,
    handlers: clockJobs(parts),
    recurring: clockRecurring(parts),
  });
  const served = serveDesk(
    [
      ...claimRoutes(parts),
      ...authorityRoutes(parts),
      ...calendarRoutes(parts),
      ...calendarChangeRoutes({ ...parts, onPublished: makeOrderRecount(parts) }),
      ...clockRoutes(parts),
      ...reportRoutes({ ...parts, recordExport: makeRecordExport(parts) }),
    ],
    desk.people,
  );
  return { ...desk, ...served, parts, jobs, digests };
}

let world: Awaited<ReturnType<typeof openAuthorities>>;
let counter = 0;
beforeEach(async () => {
  world = await openAuthorities();
});
afterEach(() => world.close());

const command = () => `au-${String((counter += 1))}`;
const addKind = (body: object = {}, user = 'admin') =>
  world
    .as(user)
    .post('/api/authority-terms')
    .send({ commandId: command(), code: 'court', ...COURT, ...body });
const addVersion = (body: object, user = 'admin') =>
  world
    .as(user)
    .post('/api/authority-terms/court/versions')
    .send({ commandId: command(), ...COURT, active: true, ...body });
async function create(changed: object = {}): Promise<Shown> {
  const customer = { name: 'Айгүл', email: `au${String((counter += 1))}@example.kz`, phone: null };
  const body = { kind: 'other', channel: 'phone', language: 'kk', customer, currency: 'KZT', ...changed };
  const res = await world
    .as('reviewer')
    .post('/api/claims')
    .send({ ...body, commandId: command() });
  expect(res.status).toBe(201);
  return res.body as Shown;
}
const verb = (claim: Shown, name: string, own: object, user = 'reviewer') =>
  world
    .as(user)
    .post(`/api/claims/${claim.id}/${name}`)
    .send({ version: claim.version, commandId: command(), ...own });
const ask = (claim: Shown, own: object = {}) =>
  verb(claim, 'authority-request', {
    code: 'court',
    receivedAt: '2026-11-23T09:00:00+05:00',
    reference: 'No 7 of 20.11.2026',
    reason: 'brought by courier',
    ...own,
  });
const asked = async (claim: Shown, own: object = {}) => (await ask(claim, own).expect(200)).body as Shown;
const show = async ({ id }: Shown) => (await world.as('manager').get(`/api/claims/${id}`)).body as Shown;
const ofCourt = ({ obligations }: Shown) => obligations.filter(({ kind }) => kind === 'authority_court');
const idOf = (claim: Shown, index = 0) => claim.authorityRequests[index]?.id ?? '';
const events = (claim: Shown, action: string) =>
  world.uow.read((tx) => tx.findBy(AuditEventEntity, { claimId: claim.id, action }));
const errorsOf = (res: { body: unknown }) => (res.body as { errors?: Record<string, string> }).errors;

/** What stands in the parts of a zip, one after the other. */
function textOf(zip: Buffer): string {
  let text = '';
  for (let from = 0; zip.readUInt32LE(from) === 0x04034b50;) {
    const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    const end = start + zip.readUInt32LE(from + 18);
    text += inflateRawSync(zip.subarray(start, end)).toString('utf8');
    from = end;
  }
  return text;
}

describe('kinds of authorities', () => {
  it('are added and given other terms by an administrator alone, with a reason and a history', async () => {
    expect((await addKind({}, 'manager')).status).toBe(403);
    expect((await addKind({ reason: '' })).status).toBe(422);
    await addKind().expect(201);
    expect(errorsOf(await addKind())).toEqual({ code: 'taken' });
    expect((await addVersion({ validFrom: '2026-12-01', days: 3 }, 'manager')).status).toBe(403);
    await addVersion({ validFrom: '2026-12-01', days: 3 }).expect(201);
    expect(errorsOf(await addVersion({ validFrom: '2026-12-01' }))).toEqual({ validFrom: 'taken' });
    expect(errorsOf(await addVersion({ validFrom: '2026-11-23' }))).toEqual({ validFrom: 'too early' });
    const [kind] = (await world.as('reviewer').get('/api/authority-terms')).body as { history: object[] }[];
    expect(kind).toMatchObject({ id: 'court', kind: 'authority_court', days: 5, active: true });
    expect(kind?.history).toMatchObject([
      { validFrom: '2026-12-01', days: 3 },
      { validFrom: '2026-01-01', days: 5, reason: COURT.reason, createdById: world.userId('admin') },
    ]);
    expect((await world.as('reviewer').get('/api/authority-terms/police')).status).toBe(404);
    const kept = await world.uow.read((tx) => tx.findBy(AuditEventEntity, { resource: 'authority-terms' }));
    expect(kept.map(({ action }) => action).sort()).toEqual([
      'authority_term.added',
      'authority_term.changed',
    ]);
  });

  it.each([
    ['no days', { days: 0 }],
    ['half a day', { days: 2.5 }],
    ['an unknown unit', { unit: 'weeks' }],
    ['a code with a space', { code: 'the court' }],
    ['no Kazakh name', { nameKk: '' }],
    ['a day that is none', { validFrom: '2026-02-30' }],
  ])('are refused with %s, and nothing is kept', async (_what, body) => {
    expect((await addKind(body)).status).toBe(422);
    expect(await world.uow.read((tx) => tx.count(AuthorityTermEntity))).toBe(0);
  });
});

describe('a request of an authority', () => {
  beforeEach(() => addKind().expect(201));

  it('is a term of its own, counted with a trace, and sorts the claim', async () => {
    const claim = await asked(await create());
    expect(ofCourt(claim)).toMatchObject([
      {
        round: 0,
        startsOn: '2026-11-23',
        dueOn: '2026-11-30',
        status: 'running',
        open: true,
        article: COURT.article,
      },
    ]);
    expect(ofCourt(claim)[0]?.trace.map(({ day, counted, reason }) => [day, counted, reason])).toEqual([
      ['2026-11-23', false, 'day_zero'],
      ['2026-11-24', true, 'counted'],
      ['2026-11-25', true, 'counted'],
      ['2026-11-26', true, 'counted'],
      ['2026-11-27', true, 'counted'],
      ['2026-11-28', false, 'weekend'],
      ['2026-11-29', false, 'weekend'],
      ['2026-11-30', true, 'counted'],
    ]);
    expect(claim.dueOn).toBe('2026-11-30');
    const [event] = await events(claim, 'claim.authority_asked');
    expect(event).toMatchObject({ actorId: world.userId('reviewer'), data: { code: 'court' } });
    expect(event?.sealed).not.toContain('courier');
  });

  it('is met by the recorded answer alone, also after the claim has ended', async () => {
    let claim = await asked(await create());
    claim = (await verb(claim, 'withdraw', { reason: 'x' }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'running', open: true });
    expect(claim.dueOn).toBe('2026-11-30');
    world.clock.at = at('2026-11-26T12:00:00');
    const body = {
      requestId: idOf(claim),
      answeredAt: '2026-11-26T11:00:00+05:00',
      reference: 'No 12',
      note: 'all papers of the case',
    };
    expect(errorsOf(await verb(claim, 'authority-answer', { ...body, documentId: 'x' }))).toEqual({
      documentId: 'is no document of this claim',
    });
    expect(
      errorsOf(await verb(claim, 'authority-answer', { ...body, answeredAt: '2026-11-26T12:01:00+05:00' })),
    ).toEqual({ answeredAt: 'lies in the future' });
    expect(
      errorsOf(await verb(claim, 'authority-answer', { ...body, answeredAt: '2026-11-23T08:59:00+05:00' })),
    ).toEqual({ answeredAt: 'lies before the request' });
    expect((await verb(claim, 'authority-answer', { ...body, note: '' })).status).toBe(422);
    claim = (await verb(claim, 'authority-answer', body).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'met', open: false });
    expect(claim.dueOn).toBeNull();
    expect((await verb(claim, 'authority-answer', body)).status).toBe(409);
    expect(await events(claim, 'claim.authority_answered')).toHaveLength(1);
  });

  it('stands beside another one of its kind, and each is answered for itself', async () => {
    let claim = await asked(await create());
    claim = await asked(claim, { receivedAt: '2026-11-20T09:00:00+05:00' });
    expect(ofCourt(claim).map(({ round, dueOn }) => [round, dueOn])).toEqual([
      [1, '2026-11-27'],
      [0, '2026-11-30'],
    ]);
    claim = (
      await verb(claim, 'authority-answer', {
        requestId: idOf(claim, 1),
        answeredAt: '2026-11-23T10:00:00+05:00',
        reference: 'No 1',
        note: 'x',
      }).expect(200)
    ).body as Shown;
    expect(ofCourt(claim).map(({ round, status }) => [round, status])).toEqual([
      [1, 'met'],
      [0, 'running'],
    ]);
    expect(claim.dueOn).toBe('2026-11-30');
  });

  it('is corrected with a reason: its day, an answer that came back, a request taken back', async () => {
    let claim = await asked(await create());
    const correct = (own: object) =>
      verb(claim, 'authority-correction', { requestId: idOf(claim), reason: 'the stamp says so', ...own });
    expect((await correct({ receivedAt: '2026-11-20T09:00:00+05:00', reason: '' })).status).toBe(422);
    expect(errorsOf(await correct({}))).toEqual({ requestId: 'nothing is corrected' });
    expect(errorsOf(await correct({ receivedAt: '2026-11-24T09:00:00+05:00' }))).toEqual({
      receivedAt: 'lies in the future',
    });
    expect(errorsOf(await correct({ receivedAt: '2025-12-31T09:00:00+05:00' }))).toEqual({
      code: 'is no kind of authority on that day',
    });
    expect(errorsOf(await correct({ answeredAt: null }))).toEqual({
      answeredAt: 'there is no answer to correct',
    });
    claim = (await correct({ receivedAt: '2026-11-20T09:00:00+05:00' }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ startsOn: '2026-11-20', dueOn: '2026-11-27' });

    const answer = { requestId: idOf(claim), answeredAt: '2026-11-23T10:00:00+05:00', reference: 'No 1' };
    claim = (await verb(claim, 'authority-answer', { ...answer, note: 'x' }).expect(200)).body as Shown;
    claim = (await correct({ answeredAt: null }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'running', open: true });
    expect(claim.authorityRequests[0]).toMatchObject({ answeredAt: null, answerReference: null });

    claim = (await correct({ withdrawn: true }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'void', voidReason: 'request_withdrawn' });
    claim = (await correct({ withdrawn: false }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'running', dueOn: '2026-11-27' });
    const kept = await events(claim, 'claim.authority_corrected');
    expect(kept).toHaveLength(4);
    expect(kept.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        before: expect.objectContaining({ receivedAt: '2026-11-23T04:00:00.000Z' }) as unknown,
        after: expect.objectContaining({ receivedAt: '2026-11-20T04:00:00.000Z' }) as unknown,
      }),
    );
  });

  it.each([
    ['in the future', { receivedAt: '2026-11-23T10:16:00+05:00' }, 'receivedAt'],
    ['of an unknown kind', { code: 'police' }, 'code'],
    ['before its kind has a term', { receivedAt: '2025-12-31T23:59:59+05:00' }, 'code'],
    ['without zone', { receivedAt: '2026-11-23T09:00:00' }, 'receivedAt'],
    ['without a reason', { reason: ' ' }, 'reason'],
  ])('is refused %s', async (_what, own, field) => {
    const claim = await create();
    const res = await ask(claim, own);
    expect(res.status).toBe(422);
    expect(Object.keys(errorsOf(res) ?? {})).toEqual([field]);
    expect((await show(claim)).version).toBe(claim.version);
  });

  it('keeps the term of its day when another begins; a kind that is closed takes no new ones', async () => {
    await addVersion({ validFrom: '2026-11-25', days: 2, start: 'same_day' }).expect(201);
    await addVersion({ validFrom: '2026-11-27', days: 2, active: false }).expect(201);
    world.clock.at = at('2026-11-27T12:00:00');
    let claim = await asked(await create());
    claim = await asked(claim, { receivedAt: '2026-11-25T09:00:00+05:00' });
    expect(ofCourt(claim).map(({ startsOn, dueOn }) => [startsOn, dueOn])).toEqual([
      ['2026-11-25', '2026-11-26'],
      ['2026-11-23', '2026-11-30'],
    ]);
    expect(errorsOf(await ask(claim, { receivedAt: '2026-11-27T09:00:00+05:00' }))).toEqual({
      code: 'is not used any more',
    });
  });

  it('waits for Monday when its kind says so, and does not know the hours told to customers', async () => {
    await addKind({ code: 'regulator', start: 'next_working_day', days: 3 }).expect(201);
    const claim = await asked(await create(), {
      code: 'regulator',
      receivedAt: '2026-11-21T23:30:00+05:00',
    });
    expect(claim.obligations.find(({ kind }) => kind === 'authority_regulator')).toMatchObject({
      startsOn: '2026-11-23',
      dueOn: '2026-11-26',
    });
  });
});

describe('a term towards an authority, beside the others', () => {
  beforeEach(() => addKind().expect(201));

  it('is warned about, breached by our lateness, told by mail in words, and stands in the report', async () => {
    const claim = await asked(await create());
    for (let hour = 0; hour < 14 * 24; hour += 6) {
      world.clock.at = MONDAY + hour * 3_600_000;
      await world.jobs.runDue();
    }
    const warnings = await world.uow.read((tx) => tx.findBy(WarningEntity, { kind: 'authority_court' }));
    expect([...new Set(warnings.map(({ step }) => step))].sort()).toEqual([
      'breach',
      'first',
      'overdue',
      'second',
      'target',
    ]);
    const breaches = await world.uow.read((tx) => tx.findBy(BreachEntity, { claimId: claim.id }));
    expect(breaches.find(({ kind }) => kind === 'authority_court')).toMatchObject({
      dueOn: '2026-11-30',
      cause: 'we_were_late',
    });
    const named = world.digests
      .flatMap(({ lines }) => lines)
      .filter(({ kind }) => kind === 'authority_court');
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(['Запрос суда']));

    const report = (await world.as('manager').get('/api/deadline-report?month=2026-11')).body as {
      terms: { kind: string; breached: number }[];
      causes: object[];
    };
    expect(report.terms.find(({ kind }) => kind === 'authority_court')).toMatchObject({
      breached: 1,
      open: 1,
    });
    expect(report.causes).toContainEqual({ cause: 'we_were_late', kind: 'authority_court', count: 1 });
    const file = await request(world.app)
      .get('/api/exports/deadline-report?month=2026-11&language=kk')
      .set('x-test-user', 'manager')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          done(null, Buffer.concat(chunks));
        });
      });
    expect(textOf(file.body as Buffer)).toContain(COURT.nameKk);
  });

  it('moves with the calendar, and only that one does', async () => {
    const claim = await asked(await create());
    const days = [
      { day: '2026-11-26', kind: 'day_off', nameKk: 'а', nameRu: 'а', nameEn: 'a', source: 'an order' },
    ];
    const drafted = await world
      .as('admin')
      .post('/api/calendar-changes')
      .send({ commandId: command(), reason: 'an order', days });
    const { id } = drafted.body as { id: string };
    const preview = await world.as('reviewer').get(`/api/calendar-changes/${id}/preview`);
    expect(preview.body).toMatchObject({
      claims: 1,
      moved: 1,
      rows: [{ kind: 'authority_court', fromOn: '2026-11-30', toOn: '2026-12-01' }],
    });
    await world.as('admin').post(`/api/calendar-changes/${id}/publish`).send({ commandId: command() });
    for (let round = 0; round < 5; round += 1) await world.jobs.runDue();
    const after = await show(claim);
    expect(ofCourt(after)[0]).toMatchObject({ dueOn: '2026-12-01', status: 'running' });
    expect(after.dueOn).toBe('2026-12-01');
  });

  it('is left alone by what ends the others: a duplicate, a reopening', async () => {
    const original = await create();
    let claim = await asked(await create());
    claim = (await verb(claim, 'mark-duplicate', { ofClaimId: original.id }).expect(200)).body as Shown;
    expect(ofCourt(claim)[0]).toMatchObject({ status: 'running' });
    claim = (await verb(claim, 'reopen', { reason: 'x' }).expect(200)).body as Shown;
    expect(ofCourt(claim)).toHaveLength(1);
    const rows = await world.uow.read((tx) => tx.findBy(ObligationEntity, { claimId: claim.id }));
    expect(rows.filter(({ kind }) => kind === 'authority_court')).toHaveLength(1);
    const row = await world.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: claim.id }));
    expect(row.dueOn).toBe('2026-11-30');
  });
});

it('is counted by the calculator like any other kind', async () => {
  await addKind().expect(201);
  const count = (kind: string, received = '2026-11-23T10:15:00%2B05:00') =>
    world.as('reviewer').get(`/api/deadlines?received=${received}&kind=${kind}`);
  expect((await count('authority_court')).body).toMatchObject({
    dueOn: '2026-11-30',
    article: COURT.article,
  });
  expect((await count('answer')).body).toMatchObject({ dueOn: '2026-12-03', article: 'law274.42-4.2' });
  expect((await count('authority_police')).status).toBe(422);
  expect((await count('authority_court', '2025-11-23T10:15:00%2B05:00')).status).toBe(422);
  expect((await count('other')).status).toBe(422);
});
