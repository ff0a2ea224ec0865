import type { LetterWords } from './letter-words';

export const EN: LetterWords = {
  greeting: 'Dear {name},',
  greetingUnnamed: 'Hello,',
  closing: 'Kind regards, UMAMI',

  'subject.acknowledgement': 'Claim {number} is registered',
  'subject.complete': 'Claim {number}: all documents received',
  'subject.deficiency': 'Claim {number}: missing documents',
  'subject.decision_refund': 'Claim {number}: your demand is granted',
  'subject.decision_reject': 'Decision on claim {number}',
  'subject.payout': 'Claim {number}: money refunded',
  'subject.date_correction': 'The term of claim {number} has changed',
  'subject.withdrawal': 'Claim {number} is withdrawn',
  'subject.reminder': 'Claim {number}: we are waiting for the documents',
  'subject.waiting_warning': 'Claim {number} may be closed',
  'subject.closing': 'Claim {number} is closed',
  'subject.reply': 'Claim {number}',
  'subject.payment_failed': 'Claim {number}: why the payment failed',
  'subject.payment_question': 'Why the payment failed',
  'subject.invite': 'Invitation to Qaitarym',
  'subject.reset': 'Qaitarym: new password',

  registered: 'Your claim is registered. Number: {number}.',
  kind: 'Your demand: {kind}.',
  order: 'Order: {order}.',
  sum: 'Requested sum: {amount}.',
  receivedOn: 'Received on {date}.',
  refundDue: 'The last day for the refund is {date}.',
  answerDue: 'The last day for our written answer is {date}.',
  cardDue: 'The last day for the card refund is {date}.',
  cardWaits: 'The {workingDays} for the card refund start once we have both the Application and the ID copy.',
  cardWaitsReceipts:
    'The {workingDays} for the card refund start once we have the Application, the ID copy and the receipts.',
  missing: 'Still missing:',
  complete: 'We have all documents. Nothing is needed from you now.',
  howToSend: 'Attach the documents to your reply to this mail. Please send no paper copies.',
  lostReceipt: 'A lost receipt can be replaced by a bank statement or the order mail.',
  provisional:
    'The date is provisional: the official calendar of working days has not been published yet. We will tell you if it changes.',
  tenDaysRun: 'The ten-day term keeps running; its last day is {date}.',
  neverSend: 'Never send us a card number, its expiry date or the CVV code.',
  nextStep: 'Next step: a specialist reviews your claim, and we write to this address about the decision.',

  'item.application':
    '– the signed Application for refund, on which the refund is made. The blank is attached to this mail;',
  'item.id_copy': '– a copy of an identity document, so that the money goes back to its owner;',
  'item.receipt': '– the receipt that proves the mistaken debit;',
  'item.authority': '– a power of attorney or another proof that you may act for somebody else;',
  'item.other': '– the further document described in this letter;',

  granted: 'Your demand is granted. Refund: {amount}.',
  equals: 'This equals the purchase sum of the returned goods.',
  ground: 'Ground: {clause}, "{quote}".',
  onlyCard: 'The money goes back only to the card that paid.',
  toCard: 'Last four digits of the card: {last}.',
  bankTime: 'Your bank may need several days to credit it.',

  refused: 'Your demand is refused. Ground: {clause}, "{quote}".',
  facts: 'What we found: {note}',
  newProof: 'If you have new proof, reply to this mail and we will look again.',
  remedies: 'If you disagree you may turn to the consumer protection department or a court.',
  decidedBy: 'Decided by a person: {name}.',

  paid: 'We refunded {amount} on {date}. Operation number: {reference}.',
  arrives: 'It usually reaches the card in 1–5 days, sometimes later.',
  notArrived: 'If it has not arrived by the end of {until}, reply to this mail.',
  closed: 'The claim is closed.',

  datesChanged:
    'The calendar of working days of the Republic of Kazakhstan has changed, so the terms of claim {number} were counted anew.',
  datesBefore: 'These dates take the place of those we told you before:',
  withdrawn: 'Claim {number} is withdrawn at your request.',
  reminding: 'We have not received the documents that we asked for on {date}.',
  mayClose: 'If they have not arrived before {date}, we may close the claim. A person decides about that.',
  closedUnsupplied: 'The documents that we asked for did not arrive, so claim {number} is closed.',
  closedAgain:
    'You can send the documents at any time in reply to this mail: we will open the claim again, and its terms begin anew.',
  withdrawnAgain: 'If you change your mind, reply to this mail.',

  attempt: 'Attempt to pay: {date}, {time} (Astana time). Sum: {amount}.',
  notTaken: 'Our data show that this attempt took no money.',
  sameCardFutile: 'Until the cause is removed, paying again with this card will not help.',
  payAgain: 'You can pay for the order again at {site}.',
  paidLater: 'This order was paid later, on {date}. There is no need to pay again.',

  invite: 'You may now use Qaitarym. Set your password with this link:',
  reset: 'Set a new password with this link:',
  inviteLives: 'The link works once and for 7 days.',
  resetLives: 'The link works once and for 1 hour. If you did not ask for it, ignore this mail.',

  'kind.refusal_before_handover': 'refusal of the goods before handover',
  'kind.refusal_after_handover': 'refusal of the goods after handover',
  'kind.mistaken_operation': 'mistaken operation',
  'kind.defective': 'defective goods',
  'kind.other': 'other',
};
