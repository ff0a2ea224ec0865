import { parentPort } from 'node:worker_threads';
import { readMail } from './read-mail';
import type { ReaderReply, ReaderRequest } from './mail-reader-protocol';

/** The thread that parses foreign messages; its parent ends it when it takes too long. */
parentPort?.on('message', ({ id, raw }: ReaderRequest) => {
  void readMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))
    .catch((): ReaderReply['result'] => ({ problem: 'unparseable' }))
    .then((result) => parentPort?.postMessage({ id, result } satisfies ReaderReply));
});
