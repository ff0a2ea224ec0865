/** Words of payouts on hold, in English. */
export const payouts = {
  payout: {
    title: 'Payouts on hold',
    text: 'What keeps approved refunds from leaving, and which of them are about to miss their date.',
    stopText:
      'No refund leaves until two people let payouts go on. What is already at the gateway is not called back.',
    resumeText: 'Payouts go on once a second manager has agreed as well.',
    requested: '%{name} has agreed to resume; another manager has to confirm.',
    ownRequest: 'You have agreed to resume; another manager has to confirm.',
    since: 'Since %{at}. The product asks every minute and goes on by itself.',
    capped: 'Sums are capped until and with %{date}:',
    capRefund: 'at most %{sum} a refund',
    capDay: 'at most %{sum} a day',
    bannerStopped: 'All payouts are stopped.',
    bannerAway: 'The payment gateway does not answer; approved refunds wait.',
    seeWaiting: 'What waits',
    waiting: 'Refunds in the queue',
    nothingWaits: 'No approved refund waits in the queue.',
    atRisk:
      '%{smart_count} refund misses its date or is about to. |||| %{smart_count} refunds miss their date or are about to.',
    inTurn: 'waits for its turn',
    column: {
      claim: 'Claim',
      sum: 'Sum',
      dueOn: 'Last day',
      risk: 'Date at risk',
      why: 'Why it waits',
      since: 'Approved',
    },
    risk: {
      late: 'missed',
      today: 'last day is today',
      unsafe: 'past the latest safe moment',
      none: 'no',
    },
    outages: 'When the gateway was away',
    noOutage: 'No outage has been recorded.',
    from: 'From',
    to: 'To',
    what: 'What did not answer',
    stillAway: 'still away',
    channel: {
      question: 'the gateway as a whole',
      payout: 'refunds only; look-ups answered',
    },
  },
};
