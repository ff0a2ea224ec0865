import type { Desk } from './desk';

/** Answers the checks that only a person can, as in `CHECKLIST` of the workspace. */
export async function passChecks({ page, panel, say }: Desk, codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const check = panel('claim.check.title').getByRole('checkbox', { name: say(`claim.check.${code}`) });
    if (await check.isChecked()) continue;
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/check'));
    await check.click();
    await saved;
  }
}

/** Presses «send for approval» and confirms the question. */
export async function propose({ page }: Desk): Promise<void> {
  await page.getByTestId('propose').click();
  await page.getByTestId('propose-confirm').click();
  await page.getByTestId('propose-confirm').waitFor({ state: 'hidden' });
}

/** Presses «approve» and confirms the question. */
export async function approve({ page }: Desk): Promise<void> {
  await page.getByTestId('approve').click();
  await page.getByTestId('approve-confirm').click();
  await page.getByTestId('approve-confirm').waitFor({ state: 'hidden' });
}

/** Picks the ground of a decision from its list. */
export async function chooseReason({ page, panel, say }: Desk, code: string): Promise<void> {
  await panel('claim.decide.title')
    .getByRole('combobox', { name: say('claim.decide.reason') })
    .click();
  await page.getByRole('option', { name: say(`claim.reason.${code}`), exact: true }).click();
}

/** Waits until the header of the open claim says this state. */
export async function stateIs({ page, say }: Desk, state: string): Promise<void> {
  await page
    .getByRole('main')
    .getByText(say(`claim.state.${state}`), { exact: true })
    .first()
    .waitFor();
}

/** What the timeline of the open claim tells, newest first, in small letters. */
export async function timelineOf({ panel, say }: Desk): Promise<string[]> {
  const history = panel('claim.history.title');
  await history.getByRole('listitem').first().waitFor();
  const more = history.getByRole('button', { name: say('claim.history.more') });
  if ((await more.count()) > 0) await more.click();
  const told = await history.getByRole('listitem').allInnerTexts();
  return told.map((entry) => entry.toLowerCase());
}
