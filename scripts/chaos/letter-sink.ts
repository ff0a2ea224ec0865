import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as the mail server took it: the product may hand one over twice after a crash, under one Message-ID. */
export interface TakenLetter {
  messageId: string;
  subject: string;
}

export interface LetterSink {
  url: string;
  letters: TakenLetter[];
  close(): Promise<void>;
}

/** A mail server that takes everything and keeps what counts. */
export async function openLetterSink(): Promise<LetterSink> {
  const letters: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        letters.push({ messageId: headerOf(raw, 'Message-ID'), subject: headerOf(raw, 'Subject') });
        done();
      });
    },
  });
  // A process that is killed cuts its connection; that is the point.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}
