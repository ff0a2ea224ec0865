import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpError } from 'react-admin';
import { kk } from '../i18n/kk';
import { showOnDesk } from '../testing/showOnDesk';
import { ClaimCreate } from './ClaimCreate';

const words = kk.claim.create;
let sent: Record<string, unknown>[];
let answer: () => Promise<{ id: string }>;

beforeEach(() => {
  sent = [];
  answer = () => Promise.resolve({ id: 'c1' });
  window.location.hash = '#/claims/create';
  const createClaim = (data: Record<string, unknown>) => {
    sent.push(data);
    return answer();
  };
  showOnDesk(<ClaimCreate />, { createClaim });
});

const person = userEvent.setup({ delay: null });
const type = (label: string, text: string) => person.type(screen.getByLabelText(label), text);
const submit = () => person.click(screen.getByRole('button', { name: words.submit }));

test('a second press after a lost answer is the same command', async () => {
  answer = () => Promise.reject(new Error('Failed to fetch'));
  await type(words.name, 'Қанат');
  await submit();
  await screen.findByRole('alert');
  answer = () => Promise.resolve({ id: 'c1' });
  await submit();
  await waitFor(() => {
    expect(sent).toHaveLength(2);
  });
  expect(sent[0]?.commandId).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
  await waitFor(() => {
    expect(window.location.hash).toBe('#/claims/c1');
  });
});

test('payer and representative go with it when they are other people', async () => {
  await type(words.name, 'Қанат');
  await person.click(screen.getByRole('checkbox', { name: words.others }));
  const payer = screen.getByRole('group', { name: kk.claim.people.payer });
  await person.type(within(payer).getByLabelText(words.name), 'Сәуле Қалиева');
  await person.click(within(payer).getByRole('checkbox'));
  await submit();
  await waitFor(() => {
    expect(sent[0]).toMatchObject({
      payer: { name: 'Сәуле Қалиева', email: null, phone: null, authorityProved: true },
      representative: null,
    });
  });
});

test('what the server refuses stands at its field', async () => {
  const errors = { 'customer.phone': 'records.fault.phone', 'payer.email': 'records.fault.email' };
  answer = () => Promise.reject(new HttpError('app.problem.invalid-input', 422, { errors }));
  await type(words.name, 'Қанат');
  await person.click(screen.getByRole('checkbox', { name: words.others }));
  await submit();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).not.toContain('customer.phone');
  expect(screen.getAllByLabelText(words.phone)[0]?.getAttribute('aria-invalid')).toBe('true');
  const payer = screen.getByRole('group', { name: kk.claim.people.payer });
  expect(within(payer).getByLabelText(words.email).getAttribute('aria-invalid')).toBe('true');
});

test('leaving asks when something was typed, and only then', async () => {
  await type(words.name, 'Қ');
  await person.click(screen.getByRole('link', { name: kk.app.act.cancel }));
  const question = await screen.findByRole('dialog', { name: kk.app.leave.title });
  await person.click(within(question).getByRole('button', { name: kk.app.leave.stay }));
  expect(window.location.hash).toBe('#/claims/create');
  expect(screen.getByLabelText(words.name)).toHaveProperty('value', 'Қ');

  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await person.clear(screen.getByLabelText(words.name));
  await person.click(screen.getByRole('link', { name: kk.app.act.cancel }));
  await waitFor(() => {
    expect(window.location.hash).toBe('#/claims');
  });
});
