import type { ClaimKind } from '../../../domain/claim';

export type LetterSubject =
  | 'acknowledgement'
  | 'complete'
  | 'deficiency'
  | 'decision_refund'
  | 'decision_reject'
  | 'payout'
  | 'withdrawal'
  | 'reply'
  | 'invite'
  | 'reset';

type Sentence =
  | 'greeting'
  | 'greetingUnnamed'
  | 'closing'
  | 'registered'
  | 'kind'
  | 'order'
  | 'sum'
  | 'receivedOn'
  | 'refundDue'
  | 'answerDue'
  | 'cardDue'
  | 'cardWaits'
  | 'cardWaitsReceipts'
  | 'missing'
  | 'complete'
  | 'howToSend'
  | 'lostReceipt'
  | 'tenDaysRun'
  | 'neverSend'
  | 'nextStep'
  | 'granted'
  | 'equals'
  | 'ground'
  | 'onlyCard'
  | 'toCard'
  | 'bankTime'
  | 'refused'
  | 'facts'
  | 'newProof'
  | 'remedies'
  | 'decidedBy'
  | 'paid'
  | 'arrives'
  | 'notArrived'
  | 'closed'
  | 'withdrawn'
  | 'withdrawnAgain'
  | 'invite'
  | 'reset'
  | 'inviteLives'
  | 'resetLives';

/** Every sentence of every letter in one language; `{…}` takes a value and is never glued to a suffix. */
export type LetterKey =
  | Sentence
  | `subject.${LetterSubject}`
  | `kind.${ClaimKind}`
  | `item.${'application' | 'id_copy' | 'receipt'}`;
export type LetterWords = Record<LetterKey, string>;
