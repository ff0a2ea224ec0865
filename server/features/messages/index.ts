export { MessageEntity, type MessageKind, type MessageState } from './message.entity';
