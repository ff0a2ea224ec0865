/** Settings by subject, in the order in which they are read. */
export const SETTING_GROUPS: readonly { name: string; keys: readonly string[] }[] = [
  {
    name: 'terms',
    keys: [
      'tenDay.days',
      'tenDay.unit',
      'tenDay.rollForward',
      'start.tenDay',
      'card.workingDays',
      'start.card',
      'mistaken.workingDays',
      'answer.days',
      'answer.rollForward',
      'reopen.clocks',
    ],
  },
  {
    name: 'counting',
    keys: [
      'dayZero',
      'receiptClock',
      'receivedCutoff',
      'receivedOnNonWorkingDay',
      'endOfTerm',
      'internalTarget',
      'useMovedDays',
      'calendarChange',
      'refundDoneAt',
    ],
  },
  {
    name: 'goods',
    keys: [
      'returnWindow.days',
      'returnWindow.rollForward',
      'goods.payoutWaits',
      'individuallyDefined.verdict',
    ],
  },
  {
    name: 'money',
    keys: [
      'deliveryFee.refundBeforeHandover',
      'deliveryFee.refundPartial',
      'deliveryFee.refundAllLines',
      'deliveryFee.refundDefective',
      'payment.maxAgeMonths',
      'payment.cashForCard',
      'payout.gatewayMinutes',
      'payout.bankWorkingDays',
      'payout.bankCloses',
      'approvers.from',
      'approvers.until',
      'escalation.firstWorkingDays',
      'escalation.secondWorkingDays',
      'escalation.overdueWorkingDays',
    ],
  },
  {
    name: 'papers',
    keys: ['receipts.requiredForMistaken', 'receipts.lostBlocks', 'idCopy.retentionDays', 'orders.pattern'],
  },
];
