import { InvalidInput } from './errors';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';
import { assertSettingsAgree } from './settings-agree';

it('is content with the defaults', () => {
  expect(() => {
    assertSettingsAgree(DEFAULT_LEGAL_SETTINGS);
  }).not.toThrow();
});

it.each<Partial<LegalSettings>>([
  { 'approvers.from': '18:00' },
  { 'escalation.secondWorkingDays': 3 },
  { 'waiting.warningDays': 30 },
  { 'waiting.reminderDays': 20 },
])('refuses %j', (changed) => {
  expect(() => {
    assertSettingsAgree({ ...DEFAULT_LEGAL_SETTINGS, ...changed });
  }).toThrow(InvalidInput);
});
