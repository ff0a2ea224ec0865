import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openPlatformApp, type PlatformApp } from '../../testing/platform-app';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';

const ROOT = join(__dirname, '../../..');
let desk: PlatformApp;
let reviewer: Awaited<ReturnType<PlatformApp['signIn']>>;

beforeAll(async () => {
  desk = await openPlatformApp();
  reviewer = await desk.signIn('reviewer');
});
afterAll(() => desk.close());

const ask = (received: string, kind = 'refusal') =>
  reviewer.get(`/api/deadlines?received=${encodeURIComponent(received)}&kind=${kind}`);

describe('the calculator of the API', () => {
  it.each([
    ['2026-11-24T23:59:59+05:00', '2026-12-04', '2026-12-04T19:00:00.000Z'],
    ['2026-11-24T19:00:00Z', '2026-12-07', '2026-12-07T19:00:00.000Z'],
    ['2026-11-24T19:00:00.000Z', '2026-12-07', '2026-12-07T19:00:00.000Z'],
    ['2024-02-19T12:00:00+06:00', '2024-02-29', '2024-02-29T19:00:00.000Z'],
  ])('%s is due %s', async (received, dueOn, dueAt) => {
    const answer = await ask(received);
    const body = answer.body as { trace: { day: string }[] };
    expect(answer.status).toBe(200);
    expect(body).toMatchObject({ dueOn, dueAt });
    expect(body).not.toHaveProperty('provisional');
    expect(body.trace.at(-1)?.day).toBe(dueOn);
  });

  it('says when a date leans on a year that is not published', async () => {
    expect((await ask('2026-12-30T16:00:00+05:00')).body).toMatchObject({
      dueOn: '2027-01-11',
      provisional: true,
      calendarVersion: '2026.1+2027.1',
    });
  });

  it('reads a plus that the query string turned into a space', async () => {
    const answer = await reviewer.get('/api/deadlines?received=2026-11-23T10:15:00+05:00&kind=card_refund');
    expect(answer.body).toMatchObject({ dueOn: '2026-11-26' });
  });

  it.each([
    ['no zone', 'received=2026-11-23T10:15:00&kind=refusal'],
    ['a day only', 'received=2026-11-23&kind=refusal'],
    ['no such day', 'received=2026-02-30T10:00:00Z&kind=refusal'],
    ['no such kind', 'received=2026-11-23T10:15:00Z&kind=gift'],
    ['no kind', 'received=2026-11-23T10:15:00Z'],
    ['nothing', ''],
    ['twice', 'received=2026-11-23T10:15:00Z&received=2026-11-23T10:15:00Z&kind=refusal'],
    ['an unknown name', 'received=2026-11-23T10:15:00Z&kind=refusal&zone=UTC'],
  ])('refuses %s', async (_what, query) => {
    expect((await reviewer.get(`/api/deadlines?${query}`)).status).toBe(422);
  });
});

describe('npm run deadline', () => {
  const run = async (url: string, ...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/deadline.ts'), ...args],
      { env: { ...process.env, DATABASE_URL: url } },
    );
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const monday = ['--received', '2026-11-23T10:15:00+05:00', '--kind', 'card_refund'];

  it('counts by the calendar of the installation, beside the running server', async () => {
    await desk.uow.write(async (tx) => {
      const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off', source: 'a test' };
      const day = { id: '2026-11-25', kind: 'day_off', confidence: 'high', version: 1 } as const;
      await tx.insert(CalendarDayEntity, { ...day, ...names });
      await tx.update(CalendarYearEntity, { year: 2026 }, { calendarVersion: '2' });
    });
    expect(await run(desk.database.url, ...monday)).toMatchObject({
      rules: 'installation',
      dueOn: '2026-11-27',
      calendarVersion: '2026.2',
    });
  });

  it('counts by the shipped calendar where nothing is installed', async () => {
    expect(await run('sqlite:/nowhere/qaitarym.sqlite', ...monday)).toMatchObject({
      rules: 'shipped',
      dueOn: '2026-11-26',
    });
  });

  it.each([[['--received', '2026-11-23', '--kind', 'refusal']], [['--kind', 'refusal']], [[]]])(
    'says how it is called when it is called with %j',
    async (args) => {
      await expect(run('sqlite:/nowhere/x.sqlite', ...args)).rejects.toThrow('Usage: npm run deadline');
    },
  );
});
