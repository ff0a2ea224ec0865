export { makeMailReader } from './mail-reader';
export { openMailbox } from './open-mailbox';
