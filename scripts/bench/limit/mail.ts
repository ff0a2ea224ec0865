import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';

/**
 * Fetch, parse and write of every message in the mailbox, one after another, and nothing else; prints what it cost.
 * A process of its own: LIMIT_IMAP_PORT, LIMIT_IMAP_USER, LIMIT_IMAP_PASSWORD, LIMIT_FOLDER.
 */
async function main(): Promise<void> {
  const { LIMIT_IMAP_PORT, LIMIT_IMAP_USER = '', LIMIT_IMAP_PASSWORD, LIMIT_FOLDER = '' } = process.env;
  mkdirSync(LIMIT_FOLDER, { recursive: true });
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: Number(LIMIT_IMAP_PORT),
    secure: false,
    auth: { user: LIMIT_IMAP_USER, pass: LIMIT_IMAP_PASSWORD },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const [cpuBefore, begun] = [process.cpuUsage(), performance.now()];
  let messages = 0;
  for await (const { source } of client.fetch('1:*', { source: true })) {
    if (!source) continue;
    const mail = await simpleParser(source);
    await keep(LIMIT_FOLDER, source);
    for (const { content } of mail.attachments) await keep(LIMIT_FOLDER, content);
    messages += 1;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const wall = (performance.now() - begun) * 1000;
  await client.logout();
  console.log(JSON.stringify({ messages, cpu: (user + system) / messages, wall: wall / messages }));
}

async function keep(folder: string, content: Buffer): Promise<void> {
  const handle = await open(join(folder, randomUUID()), 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
