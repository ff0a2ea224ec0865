import type { JobHandler } from '../jobs';
import type { MessageParts } from './message-parts';
import { SEND_JOB } from './queue-message';
import { makeSendMessage } from './send-message';

export { markPrinted } from './mark-printed';
export { MessageEntity, type MessageKind, type MessageState } from './message.entity';
export type { LetterToPrint, MessageParts } from './message-parts';
export { messageRoutes } from './messages.routes';
export { type NewMessage, queueMessage } from './queue-message';
export type { SealedLetter } from './sealed-letter';

/** Jobs of the outbox by kind. */
export function messageJobs(parts: MessageParts): Record<string, JobHandler> {
  return { [SEND_JOB]: makeSendMessage(parts) };
}
