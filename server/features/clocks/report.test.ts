import request from 'supertest';
import { openDeskApp, serveDesk } from '../../testing/desk-app';
import { AuditEventEntity, makeRecordExport } from '../audit';
import { ClaimEntity, makeOpenClaim, ObligationEntity } from '../claims';
import { type ClockParts, reportRoutes } from '.';
import { sweepTerms } from './sweep-terms';

const MONDAY = Date.parse('2026-11-23T10:15:00+05:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let counter = 0;

async function openReport() {
  const desk = await openDeskApp();
  const parts: ClockParts = {
    ...desk.parts,
    longReads: (fn) => desk.uow.read(fn),
    queueDigest: () => Promise.resolve(),
  };
  const { app, as } = serveDesk(
    reportRoutes({ ...parts, recordExport: makeRecordExport(parts) }),
    desk.people,
  );
  const open = (demandedAt: number) => {
    desk.clock.at = demandedAt;
    return desk.uow.write((tx) =>
      makeOpenClaim(parts)(tx, {
        kind: 'refusal_before_handover',
        channel: 'phone',
        language: 'kk',
        languageSource: 'staff',
        customer: { name: 'Айгүл', email: `r${String((counter += 1))}@example.kz`, phone: null },
        orderNumber: null,
        requestedMinor: 100_000,
        currency: 'KZT',
        demandedAt,
        actorId: null,
      }),
    );
  };
  return { ...desk, parts, app, as, open };
}

let world: Awaited<ReturnType<typeof openReport>>;
beforeEach(async () => {
  world = await openReport();
});
afterEach(() => world.close());

it('tells how the terms of a month ended, why, and how long claims stood where', async () => {
  // Last days: 30 November, 3 December, 31 December.
  const late = await world.open(MONDAY - 3 * DAY);
  const kept = await world.open(MONDAY);
  await world.open(Date.parse('2026-12-21T10:00:00+05:00'));
  const { uow } = world;
  await uow.write(async (tx) => {
    await tx.update(
      ObligationEntity,
      { claimId: kept.id },
      { status: 'met', open: false, doneAt: MONDAY + DAY },
    );
  });
  world.clock.at = Date.parse('2026-12-10T00:00:00+05:00');
  await sweepTerms(world.parts);
  await uow.write(async (tx) => {
    await tx.update(
      ObligationEntity,
      { claimId: late.id, kind: 'answer_10_days' },
      { open: false, doneAt: Date.parse('2026-12-01T06:00:00+05:00') },
    );
    await tx.update(
      ClaimEntity,
      { id: kept.id },
      {
        closedAt: MONDAY + 2 * DAY,
        times: { state: 'resolved', since: MONDAY + 2 * DAY, spent: { in_review: 2 * DAY } },
      },
    );
  });

  const november = (await world.as('auditor').get('/api/deadline-report?month=2026-11')).body as unknown;
  expect(november).toMatchObject({
    month: '2026-11',
    terms: [
      { kind: 'refund_10_days', met: 0, breached: 1, open: 1, running: 0, void: 0, onTime: 0, lateMs: null },
      { kind: 'card_refund_3_working_days', met: 0, breached: 0, onTime: null },
      { kind: 'answer_10_days', met: 0, breached: 1, open: 0, lateMs: 6 * HOUR },
    ],
    causes: [
      { kind: 'refund_10_days', cause: 'we_were_late', count: 1 },
      { kind: 'answer_10_days', cause: 'we_were_late', count: 1 },
    ],
    closed: 1,
    states: [{ state: 'in_review', claims: 1, averageMs: 2 * DAY }],
  });
  const december = (await world.as('reviewer').get('/api/deadline-report?month=2026-12')).body as unknown;
  expect(december).toMatchObject({
    terms: [{ kind: 'refund_10_days', met: 1, running: 1, onTime: 100 }, {}, { met: 1, running: 1 }],
    causes: [],
    closed: 0,
    states: [],
  });
});

it('leaves as an Excel workbook for those who may export, and the audit names them', async () => {
  await world.open(MONDAY);
  const path = '/api/exports/deadline-report?month=2026-12&language=ru';
  expect((await world.as('reviewer').get(path)).status).toBe(403);
  const file = await request(world.app)
    .get(path)
    .set('x-test-user', 'manager')
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    });
  expect(file.headers['content-disposition']).toContain('deadlines-2026-12.xlsx');
  expect((file.body as Buffer).toString('latin1', 0, 2)).toBe('PK');
  const events = await world.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'export.made' }));
  expect(events).toMatchObject([{ resource: 'deadline-report', actorId: world.userId('manager') }]);
});

it.each(['2026-13', '26-11', '', '2026-11-01'])('refuses the month %j', async (month) => {
  expect((await world.as('manager').get(`/api/deadline-report?month=${month}`)).status).toBe(422);
});
