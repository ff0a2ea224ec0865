import { axeFaults, picture } from './browser';
import type { Desk } from './desk';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';
import type { Locale } from './words';

// Clocks on screens: chip and trace in every state, waiting, settings with their history, the report; three languages.
const stage = setStage();

interface Claim {
  id: string;
  number: string;
  version: number;
}
const claims = new Map<string, Claim>();
let counter = 0;
const commandId = () => `e2e-clock-${String((counter += 1))}`;

/** A claim entered at the desk so many days after the demand. */
async function enter(name: string, demandedDaysAgo: number): Promise<Claim> {
  const api = await apiOf(stage.product(), 'reviewer');
  const back = {
    demandedAt: `${daysAgo(demandedDaysAgo)}T10:00:00+05:00`,
    demandedReason: 'A letter on paper',
  };
  const claim = await api.post<Claim>('/api/claims', {
    kind: 'refusal_before_handover',
    channel: 'letter',
    language: 'kk',
    customer: { name: `Сағат ${name}`, email: `${name}@example.kz`, phone: null },
    orderNumber: null,
    requestedMinor: 1_250_000,
    currency: 'KZT',
    commandId: commandId(),
    ...(demandedDaysAgo === 0 ? {} : back),
  });
  claims.set(name, claim);
  return claim;
}

async function act(person: 'reviewer' | 'manager', { id, version }: Claim, verb: string, body: object) {
  const api = await apiOf(stage.product(), person);
  return api.post<Claim>(`/api/claims/${id}/${verb}`, { version, commandId: commandId(), ...body });
}

describe('a claim in each state of its clocks', () => {
  const scene = stage.story();

  scene('is entered', async () => {
    await enter('running', 0);
    await enter('breached', 30);
    await act('reviewer', await enter('waiting', 0), 'request-documents', { items: ['id_copy'], note: '' });
    await act('reviewer', await enter('void', 0), 'withdraw', { reason: 'The customer called' });
    const refused = await enter('met', 0);
    await act('manager', refused, 'reject', { reasonCode: 'no_ground', note: 'There was no order.' });
    const api = await apiOf(stage.product(), 'reviewer');
    await until('the answer to be met', async () => {
      const claim = await api.get<{ obligations: { kind: string; status: string }[] }>(
        `/api/claims/${refused.id}`,
      );
      return claim.obligations.some(({ kind, status }) => kind === 'answer_10_days' && status === 'met');
    });
  });
});

/** The device changes its look, and the desk follows. */
async function look({ page, say }: Desk, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const toggle = say(colorScheme === 'dark' ? 'app.theme.toLight' : 'app.theme.toDark');
  await page.locator(`[aria-label="${toggle}"]`).first().waitFor({ state: 'attached' });
}

/** What the clocks of each claim say, besides dates. */
const CHIPS: [claim: string, keys: string[]][] = [
  ['running', ['claim.obligation.refund_10_days', 'claim.obligation.answer_10_days']],
  ['breached', ['app.deadline.breached', 'clock.stillOpen']],
  ['waiting', ['claim.waiting.title', 'claim.waiting.effect.starts_when_complete']],
  ['void', ['claim.obligationStatus.void', 'clock.void.withdrawn']],
  ['met', ['app.deadline.met', 'clock.void.rejected']],
];

describe.each<Locale>(['kk', 'ru', 'en'])('in %s', (locale) => {
  const scene = stage.story();
  let desk: Desk;

  scene('the chip says each state in words', async () => {
    desk = await stage.signIn('manager', locale);
    for (const [name, keys] of CHIPS) {
      await desk.go(`/claims/${claims.get(name)?.id ?? ''}`);
      await desk.page
        .getByText(claims.get(name)?.number ?? '')
        .first()
        .waitFor();
      const main = desk.page.getByRole('main');
      for (const key of keys) await main.getByText(desk.say(key)).first().waitFor();
      expect(await axeFaults(desk.page)).toEqual([]);
      await picture(desk.page, `clocks-${name}-${locale}`);
    }
  });

  scene('the trace tells every day of a term, by mouse, in the dark and on a phone', async () => {
    const { page, say } = desk;
    await desk.go(`/claims/${claims.get('running')?.id ?? ''}`);
    await page.locator('[data-clock]').first().click();
    const why = page.getByRole('dialog', { name: say('app.why.title') });
    await why.waitFor();
    // Day 0 and ten more at least; a weekend at the end makes it longer.
    expect(await why.getByRole('listitem').count()).toBeGreaterThanOrEqual(11);
    await why.getByText(say('app.why.day.day_zero')).waitFor();
    await why.getByText(say('clock.settingsOn', { date: '' }).trim().slice(0, 12)).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, `trace-${locale}`);
    await look(desk, 'dark');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, `trace-${locale}-dark`);
    await page.setViewportSize({ width: 390, height: 844 });
    await why.waitFor();
    await picture(page, `trace-${locale}-phone`);
    await page.keyboard.press('Escape');
    await look(desk, 'light');
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  scene('the calculator and the report read well, in the light and in the dark', async () => {
    for (const [path, title] of [
      ['/deadlines', 'records.deadlines.title'],
      ['/deadline-report', 'report.title'],
    ] as const) {
      await desk.go(path);
      await desk.page.getByRole('heading', { name: desk.say(title), level: 1 }).waitFor();
      const shown = path === '/deadlines' ? 'img' : 'table';
      await desk.page.getByRole('main').getByRole(shown).first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await look(desk, colorScheme);
        expect(await axeFaults(desk.page)).toEqual([]);
        await picture(desk.page, `${path.slice(1)}-${locale}-${colorScheme}`);
      }
      await look(desk, 'light');
      await desk.page.setViewportSize({ width: 390, height: 844 });
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      await until('the page to fit', async () => (await desk.page.evaluate<number>(tooWide)) === 0);
      await picture(desk.page, `${path.slice(1)}-${locale}-phone`);
      await desk.page.setViewportSize({ width: 1440, height: 1000 });
    }
  });
});

describe('the report', () => {
  const scene = stage.story();

  scene('leaves as an Excel workbook', async () => {
    const manager = await stage.signIn('manager', 'ru');
    await manager.go('/deadline-report');
    const link = manager.page.getByRole('link', { name: manager.say('report.xlsx') });
    const [download] = await Promise.all([manager.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(`deadlines-${daysAgo(0).slice(0, 7)}.xlsx`);
  });
});

describe('a legal setting', () => {
  const scene = stage.story();

  scene('shows what another value would mean, then stands in the history', async () => {
    const { page, say, go, button } = await stage.signIn('admin', 'kk');
    await go('/settings');
    await page.getByRole('button', { name: `${say('setting.change.act')}: tenDay.days` }).click();
    await page.getByLabel(say('setting.change.value')).fill('7');
    await page
      .getByRole('region', { name: say('setting.change.preview') })
      .getByText(/UM-/)
      .first()
      .waitFor();
    await page.getByLabel(say('setting.change.reason')).fill('Дүкен тезірек қайтарады');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'setting-change-kk');
    await button('setting.change.confirm').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('«Дүкен тезірек қайтарады»').waitFor();
  });
});
