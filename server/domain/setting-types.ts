/**
 * Every reading of law and policy that two people would make differently, by key. Each installation may change
 * them; each change is kept with author and time. The defaults and their reasons stand in `setting-definitions.ts`.
 */
export interface LegalSettings {
  'tenDay.days': number;
  'tenDay.unit': 'calendar' | 'working';
  'tenDay.rollForward': boolean;
  'card.workingDays': number;
  'mistaken.workingDays': number;
  'answer.days': number;
  'answer.rollForward': boolean;
  dayZero: 'next_day' | 'same_day';
  /** `none`, or `HH:MM` from which an arrival counts for the next working day. */
  receivedCutoff: string;
  receivedOnNonWorkingDay: 'keep_date' | 'next_working_day';
  /** `24:00`, or the hour at which payouts stop. */
  endOfTerm: string;
  /** `HH:MM` of the staff's own target on the last working day of a term. */
  internalTarget: string;
  useMovedDays: boolean;
  'start.tenDay': 'first_demand' | 'complete_application';
  'start.card': 'last_required_item' | 'first_demand';
  receiptClock: 'server_receipt';
  refundDoneAt: 'gateway_accepted' | 'settled';
  /** Which terms a claim that is opened again has; a duplicate and a reversal always keep theirs. */
  'reopen.clocks': 'from_reopening' | 'from_first_demand';
  /** Working days that a bank may take; money is sent that long before the last day. */
  'payout.bankWorkingDays': number;
  /** `HH:MM` after which a bank takes no more payments that day. */
  'payout.bankCloses': string;
  /** What the gateway may need from the approval to its acceptance. */
  'payout.gatewayMinutes': number;
  /** `HH:MM` between which a second person is there to approve. */
  'approvers.from': string;
  'approvers.until': string;
  /** Working days before the last day at which the assignee is first warned. */
  'escalation.firstWorkingDays': number;
  /** The same for the second warning, which managers hear too. */
  'escalation.secondWorkingDays': number;
  /** Working days after a breach at which managers hear again, while the term is still open. */
  'escalation.overdueWorkingDays': number;
  /** Calendar days between two reminders of papers that were asked for. */
  'waiting.reminderDays': number;
  /** How many reminders there are before the warning. */
  'waiting.reminders': number;
  /** Calendar days after which the customer is warned that the claim may be closed. */
  'waiting.warningDays': number;
  /** Calendar days after which a person may close it. */
  'waiting.closeDays': number;
  /** Whether closing for want of papers ends the terms for the money. */
  'waiting.closingEndsRefund': boolean;
  /** Whether the letter about it is the reasoned answer. */
  'waiting.closingAnswers': boolean;
  'returnWindow.days': number;
  'returnWindow.rollForward': boolean;
  calendarChange: 'recompute' | 'keep_earlier';
  'goods.payoutWaits': boolean;
  'deliveryFee.refundBeforeHandover': boolean;
  'deliveryFee.refundPartial': boolean;
  'deliveryFee.refundAllLines': boolean;
  'deliveryFee.refundDefective': boolean;
  'receipts.requiredForMistaken': boolean;
  'receipts.lostBlocks': boolean;
  /** Last day of the caps on what may leave, or `none`. */
  'payoutCap.until': string;
  /** No single refund above this leaves while the caps stand; 0 caps none. */
  'payoutCap.perRefundTenge': number;
  /** No more than this leaves in one day while the caps stand; 0 caps none. */
  'payoutCap.perDayTenge': number;
  'payment.maxAgeMonths': number;
  'payment.cashForCard': boolean;
  'individuallyDefined.verdict': 'manual';
  'idCopy.retentionDays': number;
  /** One regular expression without flags; it is matched without regard to case. */
  'orders.pattern': string;
}

/** What a setting holds: a switch, a whole number in a range, one of some words, a time of day, a day, a pattern. */
export type SettingType =
  | { is: 'boolean' }
  | { is: 'integer'; min: number; max: number }
  | { is: 'choice'; options: readonly string[] }
  | { is: 'time'; alsoAllowed?: readonly string[] }
  | { is: 'date'; alsoAllowed: readonly string[] }
  | { is: 'pattern' };

export type SettingKey = keyof LegalSettings;

export interface SettingDefinition<Key extends SettingKey = SettingKey> {
  key: Key;
  default: LegalSettings[Key];
  type: SettingType;
  /** Why this default, for administrators. */
  reason: string;
  /** Law or policy the question comes from. */
  law: string;
  /** No term is counted by it, so that a change may hold from today. */
  fromToday: boolean;
}
