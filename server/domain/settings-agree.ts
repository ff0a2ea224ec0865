import { parseTime } from './almaty-time';
import { InvalidInput } from './errors';
import type { LegalSettings } from './setting-types';

type Rule = [agrees: (settings: LegalSettings) => boolean, fault: string];

/** What single values cannot say: which of them must fit together. */
const RULES: readonly Rule[] = [
  [
    (all) => parseTime(all['approvers.from']) < parseTime(all['approvers.until']),
    'the approvers leave before they come',
  ],
  [
    (all) => all['escalation.secondWorkingDays'] <= all['escalation.firstWorkingDays'],
    'the second warning comes before the first',
  ],
  [(all) => all['waiting.warningDays'] < all['waiting.closeDays'], 'the warning comes after the closing'],
  [
    (all) => all['waiting.reminders'] === 0 || all['waiting.reminderDays'] < all['waiting.warningDays'],
    'the reminder comes after the warning',
  ],
];

/** @throws InvalidInput naming the first two settings that contradict each other */
export function assertSettingsAgree(settings: LegalSettings): void {
  for (const [agrees, fault] of RULES)
    if (!agrees(settings))
      throw new InvalidInput(`The settings contradict each other: ${fault}`, { errors: { value: fault } });
}
