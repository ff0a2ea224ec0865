import { axeFaults, picture } from './browser';
import type { Desk } from './desk';
import { apiOf, daysAgo } from './shop';
import { setStage } from './stage';
import { until } from './until';
import type { Locale } from './words';

// A court asks about a claim: the administrator sets the term, a reviewer records request and answer.
const stage = setStage();
const NAMES: Record<Locale, string> = {
  kk: 'Соттың сұрау салуы',
  ru: 'Запрос суда',
  en: 'Request of a court',
};
let admin: Desk;
let reviewer: Desk;
let claim: { id: string; number: string };

async function pick({ page, say }: Desk, label: string, option: string): Promise<void> {
  await page.getByLabel(say(label)).click();
  await page.getByRole('option', { name: option }).click();
}

describe('an administrator', () => {
  const scene = stage.story();

  scene('adds a kind of authority with its term, law and names', async () => {
    admin = await stage.signIn('admin', 'kk');
    const { page, say, button } = admin;
    await admin.go('/authority-terms');
    await page.getByText(say('authority.none')).waitFor();
    await button('authority.add').click();
    await page.getByLabel(say('authority.code')).fill('court');
    for (const locale of ['kk', 'ru', 'en'] as const)
      await page.getByLabel(say(`authority.name.${locale}`)).fill(NAMES[locale]);
    await page.getByLabel(say('authority.days')).fill('5');
    await pick(admin, 'authority.unit', say('authority.units.working'));
    await page.getByLabel(say('authority.article')).fill('АПК 73-бап');
    await page.getByLabel(say('authority.validFrom')).fill(daysAgo(30));
    await page.getByLabel(say('authority.reason')).fill('Сот алғаш рет сұратты');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'authority-add-kk');
    await button('authority.save').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: NAMES.kk }).getByText('АПК 73-бап').waitFor();
  });

  scene('changes it from a coming day only, and is told so in words', async () => {
    const { page, say, button } = admin;
    await page.getByRole('button', { name: `${say('authority.change')}: ${NAMES.kk}` }).click();
    await page.getByLabel(say('authority.days')).fill('3');
    await page.getByLabel(say('authority.validFrom')).fill(daysAgo(1));
    await page.getByLabel(say('authority.reason')).fill('Жаңа тәртіп');
    await admin.refused(422, async () => {
      await button('authority.save').click();
      await page.getByText(say('authority.fault.early')).waitFor();
    });
    await page.getByLabel(say('authority.validFrom')).fill(daysAgo(-1));
    await button('authority.save').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: NAMES.kk }).getByText('Жаңа тәртіп').waitFor();
  });
});

describe('a reviewer', () => {
  const scene = stage.story();

  scene('records the request on a claim, whose term then stands beside the others', async () => {
    const api = await apiOf(stage.product(), 'reviewer');
    claim = await api.post('/api/claims', {
      kind: 'other',
      channel: 'phone',
      language: 'kk',
      customer: { name: 'Сот Сұраған', email: 'court@example.kz', phone: null },
      currency: 'KZT',
      commandId: 'e2e-authority',
    });
    reviewer = await stage.signIn('reviewer', 'ru');
    const { page, say, button } = reviewer;
    await reviewer.go(`/claims/${claim.id}`);
    await button('claim.more.title').click();
    await page.getByRole('menuitem', { name: say('claim.more.authority') }).click();
    await page.getByLabel(say('authority.ask.reference')).fill('№ 7 от 20.11.2026');
    await page.getByLabel(say('authority.ask.reason')).fill('Принёс курьер');
    await page.getByLabel(say('authority.ask.receivedAt')).fill(`${daysAgo(-1)}T09:00`);
    await reviewer.refused(422, async () => {
      await button('authority.ask.confirm').click();
      await page.getByText(say('authority.fault.future')).waitFor();
    });
    await page.getByLabel(say('authority.ask.receivedAt')).fill(`${daysAgo(0)}T00:01`);
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'authority-ask-ru');
    await button('authority.ask.confirm').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await reviewer.panel('authority.card.title').getByText('№ 7 от 20.11.2026').waitFor();
    await page.locator('[data-clock]').filter({ hasText: NAMES.ru }).click();
    const why = page.getByRole('dialog', { name: say('app.why.title') });
    await why.getByText('АПК 73-бап').waitFor();
    expect(await why.getByRole('listitem').count()).toBeGreaterThanOrEqual(6);
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'authority-trace-ru');
    await page.keyboard.press('Escape');
    await picture(page, 'authority-claim-ru');
  });

  scene('corrects it with a reason, and the answer meets the term', async () => {
    const { page, say, button } = reviewer;
    await page.getByRole('button', { name: `${say('authority.card.correct')}: ${NAMES.ru}` }).click();
    await page.getByLabel(say('authority.correct.at')).fill(`${daysAgo(1)}T10:00`);
    await page.getByLabel(say('authority.correct.reason')).fill('Штамп канцелярии');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'authority-correct-ru');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('authority.correct.confirm') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: `${say('authority.card.answer')}: ${NAMES.ru}` }).click();
    await page.getByLabel(say('authority.answer.reference')).fill('№ 12');
    await page.getByLabel(say('authority.answer.note')).fill('Все документы дела, заказным письмом');
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'authority-answer-ru');
    await button('authority.answer.confirm').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .locator('[data-clock]')
      .filter({ hasText: NAMES.ru })
      .getByText(say('app.deadline.met'))
      .waitFor();
    await page.getByText(say('claim.event.claim_authority_corrected')).waitFor();
    await page.getByText('Штамп канцелярии').waitFor();
  });
});

describe.each<Locale>(['kk', 'ru', 'en'])('in %s', (locale) => {
  const scene = stage.story();

  scene('the kinds, the claim and the calculator read well, also on a phone', async () => {
    const desk = await stage.signIn('manager', locale);
    const { page, say } = desk;
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    for (const [name, path, text] of [
      ['kinds', '/authority-terms', NAMES[locale]],
      ['claim', `/claims/${claim.id}`, NAMES[locale]],
    ] as const) {
      await desk.go(path);
      await page.getByRole('main').getByText(text).first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await picture(page, `authority-${name}-${locale}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await until('the page to fit', async () => (await page.evaluate<number>(tooWide)) === 0);
      await picture(page, `authority-${name}-${locale}-phone`);
      await page.setViewportSize({ width: 1440, height: 1000 });
    }
    await desk.go('/deadlines');
    await pick(desk, 'records.deadlines.kind', NAMES[locale]);
    await page.getByRole('button', { name: say('records.deadlines.count'), exact: true }).click();
    await page.getByText('АПК 73-бап').waitFor();
    await pick(desk, 'records.deadlines.kind', say('records.deadlines.answer'));
    await page.getByRole('button', { name: say('records.deadlines.count'), exact: true }).click();
    await page.getByText(say('claim.article.law274.42-4.2')).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, `authority-calculator-${locale}`);
  });
});
