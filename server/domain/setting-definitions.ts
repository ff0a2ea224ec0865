import type { LegalSettings, SettingDefinition, SettingKey, SettingType } from './setting-types';

const CC = 'Civil Code, General Part';
const L274 = 'Law 274-IV of 4 May 2010 (consumers)';
const POLICY = "Shop's payment and refund policy";

const flag: SettingType = { is: 'boolean' };
const days = (min: number, max: number): SettingType => ({ is: 'integer', min, max });
const choice = (...options: string[]): SettingType => ({ is: 'choice', options });

function define<Key extends SettingKey>(
  key: Key,
  value: LegalSettings[Key],
  type: SettingType,
  reason: string,
  law: string,
): SettingDefinition<Key> {
  return { key, default: value, type, reason, law };
}

/** All settings in the order in which screens list them; the test holds that none is missing or twice. */
export const SETTING_DEFINITIONS: readonly SettingDefinition[] = [
  define(
    'tenDay.days',
    10,
    days(1, 10),
    'The policy promises the money no later than ten days after the demand.',
    `${POLICY}, refunds 4`,
  ),
  define(
    'tenDay.unit',
    'calendar',
    choice('calendar', 'working'),
    'A plain "day" is a calendar day; working days need to be named.',
    `${CC} Art. 172; ${L274} Art. 30, 42-4`,
  ),
  define(
    'tenDay.rollForward',
    true,
    flag,
    'A term whose last day does not work ends on the next working day; the internal target stays before it.',
    `${CC} Art. 175`,
  ),
  define(
    'card.workingDays',
    3,
    days(1, 10),
    'The policy promises the card refund within three working days of the complete Application.',
    `${POLICY}, Application`,
  ),
  define(
    'mistaken.workingDays',
    3,
    days(1, 15),
    'The policy counts working days but states no length; the same as for the card until the shop states one.',
    `${POLICY}, mistaken operations`,
  ),
  define(
    'answer.days',
    10,
    days(1, 10),
    'A reasoned written answer within ten calendar days of the claim.',
    `${L274} Art. 42-4(2)`,
  ),
  define(
    'answer.rollForward',
    true,
    flag,
    'The rule of the last non-working day holds for every term.',
    `${CC} Art. 175`,
  ),
  define(
    'dayZero',
    'next_day',
    choice('next_day', 'same_day'),
    'A term starts on the day after the event; "from the moment" in the policy does not change it.',
    `${CC} Art. 173`,
  ),
  define(
    'receivedCutoff',
    'none',
    { is: 'time', alsoAllowed: ['none'] },
    'The date of arrival counts whatever the hour; a cut-off is possible only when it is published.',
    `${CC} Art. 176`,
  ),
  define(
    'receivedOnNonWorkingDay',
    'keep_date',
    choice('keep_date', 'next_working_day'),
    'Received on Saturday, Monday is working day 1; the other reading makes it Tuesday.',
    `${CC} Art. 173`,
  ),
  define(
    'endOfTerm',
    '24:00',
    { is: 'time', alsoAllowed: ['24:00'] },
    'An act may be done until the end of the last day; a bank may close earlier, hence the internal target.',
    `${CC} Art. 176(1)`,
  ),
  define(
    'internalTarget',
    '17:00',
    { is: 'time' },
    'A payment goes through a bank, and its operating day may end early.',
    `${CC} Art. 176(1), second sentence`,
  ),
  define(
    'useMovedDays',
    true,
    flag,
    'A Saturday or Sunday that the official calendar makes a working day counts; banks may still rest.',
    'Labour Code Art. 85(3)',
  ),
  define(
    'start.tenDay',
    'first_demand',
    choice('first_demand', 'complete_application'),
    'From the day the consumer presented the demand, in any form, even incomplete.',
    `${POLICY}, refunds 4`,
  ),
  define(
    'start.card',
    'last_required_item',
    choice('last_required_item', 'first_demand'),
    'From the arrival of the last required item: the signed Application and the ID copy.',
    `${POLICY}, Application`,
  ),
  define(
    'receiptClock',
    'server_receipt',
    choice('server_receipt'),
    "The receipt time of our mail server is provable; the sender's Date: header is not.",
    'Evidence',
  ),
  define(
    'refundDoneAt',
    'gateway_accepted',
    choice('gateway_accepted', 'settled'),
    'The shop has done its part when the acquirer accepts; crediting can take the bank 1–5 days and more.',
    `${CC} Art. 176(2) by analogy`,
  ),
  define(
    'returnWindow.days',
    14,
    days(14, 365),
    'Fourteen calendar days after handover; the shop may give more, never less.',
    `${L274} Art. 14, 30; ${POLICY}, refunds 1`,
  ),
  define(
    'returnWindow.rollForward',
    true,
    flag,
    'Counted from the day after handover, and rolled forward like every term.',
    `${CC} Art. 173, 175`,
  ),
  define(
    'calendarChange',
    'recompute',
    choice('recompute', 'keep_earlier'),
    'When the calendar is corrected, due dates of open claims follow it; an earlier date raises an alert.',
    '17 June 2024',
  ),
  define(
    'goods.payoutWaits',
    false,
    flag,
    'The ten days run from the demand, not from the parcel; waiting for goods can break the term.',
    `${POLICY}, refunds 4`,
  ),
  define(
    'deliveryFee.refundBeforeHandover',
    true,
    flag,
    'A buyer who refuses before handover gets back the whole sum paid.',
    `${POLICY}, refunds 1 and 4`,
  ),
  define(
    'deliveryFee.refundPartial',
    false,
    flag,
    'When a part of the order stays with the buyer, the delivery was used.',
    `${POLICY}, "equals the purchase sum"`,
  ),
  define(
    'deliveryFee.refundAllLines',
    false,
    flag,
    'After handover of goods of proper quality the delivery has been rendered.',
    `${POLICY}, "equals the purchase sum"`,
  ),
  define(
    'deliveryFee.refundDefective',
    true,
    flag,
    'A buyer of defective goods bears no cost of the seller’s fault.',
    `${L274}, defective goods`,
  ),
  define(
    'receipts.requiredForMistaken',
    true,
    flag,
    'A mistaken operation needs cheques or receipts that prove the debit.',
    `${POLICY}, mistaken operations`,
  ),
  define(
    'receipts.lostBlocks',
    false,
    flag,
    'A lost receipt is no ground for refusal when the purchase is proved otherwise.',
    `${L274} Art. 30(1)`,
  ),
  define(
    'payment.maxAgeMonths',
    12,
    days(1, 12),
    'The gateway refunds payments of up to a year; older ones go by bank transfer.',
    'Gateway reference §2.1',
  ),
  define(
    'payment.cashForCard',
    false,
    flag,
    'What was paid by card never goes back in cash.',
    `${POLICY}, refunds`,
  ),
  define(
    'individuallyDefined.verdict',
    'manual',
    choice('manual'),
    'The exception is not in the list of Art. 30; refusing on it alone is risky, so a person decides.',
    `${POLICY}, refunds 3; ${L274} Art. 30`,
  ),
  define(
    'idCopy.retentionDays',
    30,
    days(0, 365),
    'A copy of an identity document is erased when its purpose has been reached.',
    'Law 94-V of 21 May 2013, Art. 12, 18',
  ),
  define(
    'orders.pattern',
    'SO-\\d+',
    { is: 'pattern' },
    'How order numbers of the shop look in a letter, when no stored order or payment carries the word.',
    'Design §8b',
  ),
];
