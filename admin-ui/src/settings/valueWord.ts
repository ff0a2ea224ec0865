import { formatMoney } from '../shared/format';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Units of the settings that are numbers. */
const UNITS: Record<string, string> = {
  'tenDay.days': 'days',
  'card.workingDays': 'workingDays',
  'mistaken.workingDays': 'workingDays',
  'answer.days': 'days',
  'returnWindow.days': 'days',
  'payment.maxAgeMonths': 'months',
  'idCopy.retentionDays': 'days',
  'payout.bankWorkingDays': 'workingDays',
  'payout.gatewayMinutes': 'minutes',
  'escalation.firstWorkingDays': 'workingDays',
  'escalation.secondWorkingDays': 'workingDays',
  'escalation.overdueWorkingDays': 'workingDays',
  'waiting.reminderDays': 'days',
  'waiting.warningDays': 'days',
  'waiting.closeDays': 'days',
};

/** `tenDay.days` as a name inside the catalogue, where a point would begin a branch. */
export function settingKey(key: string): string {
  return key.replaceAll('.', '_');
}

/** A value as people say it: yes and no, a number with its unit, a choice in words. */
export function valueWord(translate: Translate, key: string, value: unknown): string {
  if (typeof value === 'boolean') return translate(value ? 'records.yes' : 'records.no');
  if (typeof value === 'number') {
    if (key.endsWith('Tenge'))
      return value === 0 ? translate('setting.value.none') : formatMoney(value * 100);
    const unit = UNITS[key];
    return unit ? translate(`setting.unit.${unit}`, { smart_count: value }) : String(value);
  }
  const text = String(value);
  return translate(`setting.value.${text}`, { _: text });
}
