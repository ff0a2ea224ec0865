import {
  assertSettingValue,
  DEFAULT_LEGAL_SETTINGS,
  isSettingKey,
  legalSettingsFrom,
} from './legal-settings';
import { SETTING_DEFINITIONS } from './setting-definitions';

it('gives each key one definition whose default fits its own type', () => {
  const keys = SETTING_DEFINITIONS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key, default: value, reason, law } of SETTING_DEFINITIONS) {
    expect(() => assertSettingValue(key, value)).not.toThrow();
    expect([reason.length > 10, law.length > 5]).toEqual([true, true]);
  }
});

it('ships the defaults of the reference', () => {
  expect(DEFAULT_LEGAL_SETTINGS).toMatchObject({
    'tenDay.unit': 'calendar',
    'tenDay.rollForward': true,
    dayZero: 'next_day',
    receivedCutoff: 'none',
    receivedOnNonWorkingDay: 'keep_date',
    endOfTerm: '24:00',
    internalTarget: '17:00',
    useMovedDays: true,
    'start.tenDay': 'first_demand',
    'start.card': 'last_required_item',
    refundDoneAt: 'gateway_accepted',
    'mistaken.workingDays': 3,
    'returnWindow.days': 14,
    calendarChange: 'recompute',
    'goods.payoutWaits': false,
    'orders.pattern': 'SO-\\d+',
  });
});

it('lays stored values over the defaults and ignores keys it does not know', () => {
  const settings = legalSettingsFrom([
    { key: 'tenDay.days', value: 7 },
    { key: 'receivedCutoff', value: '18:00' },
    { key: 'from.the.future', value: {} },
  ]);
  expect(settings).toEqual({ ...DEFAULT_LEGAL_SETTINGS, 'tenDay.days': 7, receivedCutoff: '18:00' });
  expect([isSettingKey('tenDay.days'), isSettingKey('toString')]).toEqual([true, false]);
});

it.each<[string, unknown, string]>([
  ['tenDay.days', 11, 'longer than promised'],
  ['tenDay.days', 2.5, 'no whole number'],
  ['tenDay.days', '10', 'a text'],
  ['tenDay.unit', 'lunar', 'no option'],
  ['tenDay.rollForward', 1, 'no switch'],
  ['receivedCutoff', '25:00', 'no time'],
  ['receivedCutoff', '24:00', 'means nothing here'],
  ['internalTarget', 'none', 'a target must be'],
  ['orders.pattern', '(', 'does not compile'],
  ['orders.pattern', '(a+)+', 'can run for ever'],
  ['orders.pattern', 'x*', 'matches nothing'],
  ['no.such', true, 'unknown'],
])('%s cannot be %p: %s', (key, value) => {
  expect(() => assertSettingValue(key, value)).toThrow(`The setting ${key}`);
});
