import { axeFaults, picture } from './browser';
import type { Desk } from './desk';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';
import type { Locale } from './words';

// The calendar in the hands of an administrator: pick, look, publish; broken input is told in words.
const stage = setStage();
const YEAR = new Date().getFullYear() + 1;
/** A Wednesday and a Saturday next year that the calendar leaves alone. */
const [WEEKDAY, WEEKEND] = [firstAfter(10, 3), firstAfter(10, 6)];

let admin: Desk;

describe('a change', () => {
  const scene = stage.story();

  scene('is made of days that are picked with the mouse or the keys', async () => {
    admin = await stage.signIn('admin', 'kk');
    const { page, say, button, panel } = admin;
    await admin.go('/calendar-days');
    await page.getByRole('link', { name: say('calendarEditor.enter') }).click();
    await page.getByRole('heading', { name: say('calendarEditor.title'), level: 1 }).waitFor();
    await button('calendar.next').click();
    await page.getByText(say('calendar.provisionalText')).waitFor();

    await page.locator(`[data-day="${WEEKDAY}"]`).click();
    const form = page.getByRole('radiogroup', { name: say('calendarEditor.kind') });
    expect(await form.getByRole('radio').count()).toBe(4);
    await form.getByRole('radio', { name: say('records.day.moved_day_off') }).check();
    expect(await page.getByLabel(say('calendarEditor.nameKk')).inputValue()).toBe(
      'Ауыстырылған демалыс күні',
    );
    await page.getByLabel(say('calendarEditor.source')).fill('Еңбек министрлігінің шешімі');
    await button('calendarEditor.keep').click();
    await panel('calendarEditor.change').getByText('ауыстырылған демалыс күні').waitFor();

    // Three days on by the arrow keys, to the Saturday that is to work instead.
    await page.locator(`[data-day="${WEEKDAY}"]`).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>('document.activeElement.dataset.day')).toBe(WEEKEND);
    await page.keyboard.press('Enter');
    await form.getByRole('radio', { name: say('records.day.working_weekend') }).check();
    await button('calendarEditor.keep').click();
    expect(await panel('calendarEditor.change').getByRole('listitem').count()).toBe(2);
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'calendar-editor-kk');
  });

  scene('shows what it would move before anything moves, and can be put away', async () => {
    const { page, say, button, panel } = admin;
    await page.getByLabel(say('calendarEditor.reason')).fill('Министрлік шешімі');
    await button('calendarEditor.check').click();
    const preview = panel('calendarEditor.preview.title');
    await preview.getByText(say('calendarEditor.figure.same')).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'calendar-preview-kk');
    await button('calendarEditor.discard').click();
    await panel('calendarEditor.change').getByText(say('records.day.working_weekend')).first().waitFor();
  });

  scene('is published with its progress', async () => {
    const { page, say, button, panel } = admin;
    await page.getByLabel(say('calendarEditor.reason')).fill('Министрлік шешімі');
    await button('calendarEditor.check').click();
    await button('calendarEditor.publish').click();
    await panel('calendarEditor.published').waitFor();
    await picture(page, 'calendar-published-kk');
    await button('calendarEditor.again').click();
    await page.getByText(say('calendar.state.provisional', { version: '2' })).waitFor();
    await page.locator(`[data-day="${WEEKDAY}"][aria-label*="Ауыстырылған"]`).waitFor();
  });
});

describe('a day off within the running terms', () => {
  const scene = stage.story();

  scene('tells which claims would move, and moves none', async () => {
    const { page, say, button, panel } = admin;
    await admin.go('/calendar-days');
    await admin.go('/calendar-editor');
    const near = Array.from({ length: 6 }, (_, ahead) => daysAgo(-2 - ahead));
    for (const day of near) {
      await showYear(day);
      await page.locator(`[data-day="${day}"]`).click();
      const off = page.getByRole('radio', { name: say('records.day.day_off'), exact: true });
      const ordinary = page.getByRole('radio', { name: say('calendarEditor.ordinary') });
      if ((await ordinary.count()) === 0 || !(await ordinary.isChecked())) continue;
      await off.check();
      await button('calendarEditor.keep').click();
      break;
    }
    await page.getByLabel(say('calendarEditor.reason')).fill('Министрлік шешімі');
    await button('calendarEditor.check').click();
    const preview = panel('calendarEditor.preview.title');
    await preview.getByRole('link', { name: /UM-/ }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'calendar-moves-kk');
  });

  scene('is published, and a manager sends the letters of those who were told another date', async () => {
    const { say, button, panel } = admin;
    await button('calendarEditor.publish').click();
    await panel('calendarEditor.published').waitFor();
    await picture(admin.page, 'calendar-letters-kk');
    const manager = await stage.signIn('manager', 'ru');
    await manager.go('/calendar-days');
    await manager.button('calendarEditor.letters.send').click();
    await manager.page.getByText(manager.say('calendarEditor.letters.sendDone')).waitFor();
    await manager.button('calendarEditor.letters.send').waitFor({ state: 'hidden' });
    const api = await apiOf(stage.product(), 'manager');
    await until('the letters to be written', async () => {
      const filter = encodeURIComponent(JSON.stringify({ kind: 'date_correction' }));
      return (await api.get<unknown[]>(`/api/messages?filter=${filter}`)).length > 0;
    });
    await button('calendarEditor.again').click();
    await admin.page.getByText(say('calendarEditor.pickDay')).waitFor();
    await showYear(WEEKDAY);
  });

  const showYear = async (day: string) => {
    const shown = Number(await admin.page.getByRole('heading', { level: 2 }).first().textContent());
    const wanted = Number(day.slice(0, 4));
    for (let year = shown; year < wanted; year += 1) await admin.button('calendar.next').click();
    for (let year = shown; year > wanted; year -= 1) await admin.button('calendar.previous').click();
  };
});

describe('a file', () => {
  const scene = stage.story();
  const send = (name: string, text: string) =>
    admin.page
      .getByTestId('calendar-file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  scene('leaves as iCalendar and comes back changed', async () => {
    const { page, say, panel } = admin;
    const link = page.getByRole('link', { name: say('calendarEditor.export.json', { year: YEAR }) });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const days = JSON.parse(await textOf(download)) as { day: string }[];
    expect(days.map(({ day }) => day)).toContain(WEEKDAY);
    await send(`${String(YEAR)}.json`, JSON.stringify(days.filter(({ day }) => day !== WEEKDAY)));
    await panel('calendarEditor.preview.title')
      .getByText(`${String(YEAR)}.json`)
      .waitFor();
    await admin.button('calendarEditor.discard').click();
    await panel('calendarEditor.change').waitFor();
  });

  scene('that is broken is refused in words, and nothing is half-applied', async () => {
    const { page, say, panel } = admin;
    await admin.refused(422, async () => {
      await send('broken.json', '{ "day": ');
      await page.getByText(say('calendarEditor.fault.noJson')).waitFor();
      await send('broken.ics', 'hello');
      await page.getByText(say('calendarEditor.fault.noIcs')).waitFor();
    });
    expect(await panel('calendarEditor.change').getByRole('listitem').count()).toBe(0);
  });

  scene('cannot make a year without days official', async () => {
    const { page, say, button } = admin;
    while (await button('calendar.next').isEnabled()) await button('calendar.next').click();
    const year = Number(await page.getByRole('heading', { level: 2 }).first().textContent());
    await page.getByText(say('calendarEditor.noYear', { year })).waitFor();
    await button('calendarEditor.make.published').click();
    await page.getByLabel(say('calendarEditor.reason')).fill('тым ерте');
    await admin.refused(422, async () => {
      await button('calendarEditor.check').click();
      await page.getByText(say('calendarEditor.fault.noDays', { what: String(year) })).waitFor();
    });
  });
});

describe.each<Locale>(['kk', 'ru', 'en'])('the screens of clocks in %s', (locale) => {
  const scene = stage.story();

  scene('read well on a desk and on a phone', async () => {
    const desk = await stage.signIn('manager', locale);
    const editor = locale === 'kk' ? admin : await stage.signIn('admin', locale);
    const screens: [Desk, string, string][] = [
      [desk, '/warnings', 'records.warnings.title'],
      [desk, '/breaches', 'records.breaches.title'],
      [editor, '/calendar-editor', 'calendarEditor.title'],
    ];
    for (const [who, path, title] of screens) {
      await who.page.setViewportSize({ width: 1440, height: 1000 });
      await who.go(path);
      await who.page.getByRole('heading', { name: who.say(title), level: 1 }).waitFor();
      await until(
        'the first answer',
        async () => (await who.page.locator('.MuiSkeleton-root').count()) === 0,
      );
      // The library's column of arrows has no heading.
      const faults = (await axeFaults(who.page)).filter((fault) => !fault.includes('expandHeader'));
      expect(faults).toEqual([]);
      await picture(who.page, `${path.slice(1)}-${locale}`);
      await who.page.setViewportSize({ width: 390, height: 844 });
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      await until('the page to fit', async () => (await who.page.evaluate<number>(tooWide)) === 0);
      await picture(who.page, `${path.slice(1)}-${locale}-phone`);
    }
  });
});

function firstAfter(month: number, weekday: number): string {
  const day = new Date(Date.UTC(YEAR, month - 1, 12));
  while (day.getUTCDay() !== weekday) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

async function textOf(download: { createReadStream(): Promise<AsyncIterable<Buffer>> }): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString();
}
