import type { MailReader } from '../../mailbox-port';

export interface ReaderRequest {
  id: number;
  raw: Uint8Array;
}

export interface ReaderReply {
  id: number;
  result: Awaited<ReturnType<MailReader['read']>>;
}
