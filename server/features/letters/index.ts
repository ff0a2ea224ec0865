export { fillText } from './fill';
export { claimKeysOf } from './claim-keys';
export { letterDate } from './letter-dates';
export { makeQueueAccountMail } from './queue-account-mail';
export { makeQueueDigest } from './queue-digest';
export { type LetterParts, makeQueueLetter, type QueueLetter } from './queue-letter';
export { previewRoutes } from './preview.routes';
export { templateRoutes } from './templates.routes';
export { addressOf, replyAddress, replyTokenIn } from './reply-address';
