import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { RunningProduct } from './product';
import { until } from './until';

const SHOP = 'info@umami.kz';

/** Somebody with a mail address: writes to the shop by real SMTP and reads what the product sent. */
export function customerOf({ smtpPort, dataFolder }: RunningProduct, name: string, address: string) {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  const letters = () => lettersTo(join(dataFolder, 'outbox'), address);
  return {
    name,
    address,
    write: async (mail: SendMailOptions) => {
      await transport.sendMail({ from: { name, address }, to: SHOP, ...mail });
      transport.close();
    },
    letters,
    /** The newest letter whose subject holds these words, waited for. */
    letter: (words: string) =>
      until(`a letter to ${address} about «${words}»`, async () =>
        (await letters()).filter(({ subject }) => subject?.includes(words)).at(-1),
      ),
  };
}

export type Customer = ReturnType<typeof customerOf>;

/** Address to which an answer to this letter goes. */
export function replyAddressOf(letter: ParsedMail): string {
  return letter.replyTo?.value[0]?.address ?? '';
}

async function lettersTo(outbox: string, address: string): Promise<ParsedMail[]> {
  const found: ParsedMail[] = [];
  for (const name of namesIn(outbox)) {
    const letter = await simpleParser(readFileSync(join(outbox, name)));
    const to = Array.isArray(letter.to) ? letter.to : [letter.to];
    if (to.some((list) => list?.value.some((one) => one.address === address))) found.push(letter);
  }
  return found.sort((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
}

function namesIn(outbox: string): string[] {
  try {
    return readdirSync(outbox).filter((name) => name.endsWith('.eml') && !name.startsWith('.'));
  } catch {
    // Nothing has been sent yet.
    return [];
  }
}
