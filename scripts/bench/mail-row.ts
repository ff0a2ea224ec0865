import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import { openDovecot } from '../../server/testing/dovecot';
import { addStaff } from './accounts';
import { cpuMicros, familyOf } from './cpu';
import { signIn } from './desk-client';
import { type Cost, overall, ratioOf } from './measure';
import { freshCopy, papersOf } from './papers';
import { outputOf, type Place, startProduct } from './processes';
import { both, type Line } from './report';

const USER = 'info@umami.kz';
const PASSWORD = 'right';
/** So many that the start of the processes which read and decode is a small part. */
const MESSAGES = 30;
const ROUNDS = 3;

/**
 * Letters of 1.5 MB out of a real mailbox: the product takes them in (ledger, sealed files, documents looked at, claim,
 * answer), the limit fetches, parses and writes. Throughput is compared, so more is better.
 */
export async function mailRow(place: Place, databasePids: () => number[]): Promise<Line> {
  const { folder } = place;
  const papers = await papersOf({ pdf: 150_000, photo: 900_000 });
  const costs: Record<'product' | 'limit', Cost[]> = { product: [], limit: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const dovecot = await openDovecot(USER);
    try {
      const messages = await Promise.all(
        Array.from({ length: MESSAGES }, (_, n) => letter(round * 100 + n, papers)),
      );
      for (const message of messages) dovecot.deliver(message);
      const port = new URL(dovecot.url).port;
      const env = { LIMIT_IMAP_PORT: port, LIMIT_IMAP_USER: USER, LIMIT_IMAP_PASSWORD: PASSWORD };
      const said = await outputOf(join(__dirname, 'limit/mail.ts'), {
        ...env,
        LIMIT_FOLDER: join(folder, `limit-mail-${String(round)}`),
      });
      costs.limit.push(JSON.parse(said) as Cost);
      costs.product.push(await takenBy(place, dovecot.url, (round + 1) * MESSAGES, databasePids));
    } finally {
      await dovecot.close();
    }
  }
  const [product, limit] = [overall(costs.product), overall(costs.limit)];
  // Throughput: what the limit needs a message over what the product needs.
  const { ratio, from, to } = ratioOf(limit, product);
  return {
    what: 'mail intake of 1.5 MB, rate against fetch + parse + write',
    claims: null,
    product: both(product),
    limit: both(limit),
    ratio,
    spread: [from, to],
    must: 0.7,
    aim: 0.85,
    higherIsBetter: true,
  };
}

/** From the start on the letters lie in the mailbox; until the ledger holds them all. */
async function takenBy(
  place: Place,
  imap: string,
  expected: number,
  databasePids: () => number[],
): Promise<Cost> {
  await addStaff(place.databaseUrl);
  const product = await startProduct(place, { MAIL_INTAKE: imap, IMAP_PASSWORD: PASSWORD });
  try {
    const pids = () => [...familyOf(product.pid, /sandbox/), ...databasePids()];
    const desk = await signIn(product.url, 'manager@umami.kz');
    const held = async () => (await desk.list('mail-ledger', { range: [0, 0] })).total;
    const before = await held();
    const [cpuBefore, begun] = [cpuMicros(pids()), performance.now()];
    let now = before;
    while (now < expected) {
      await sleep(50);
      now = await held();
    }
    const taken = Math.max(1, now - before);
    const cost = {
      cpu: (cpuMicros(pids()) - cpuBefore) / taken,
      wall: ((performance.now() - begun) * 1000) / taken,
    };
    desk.close();
    return cost;
  } finally {
    await product.stop();
  }
}

function letter(n: number, papers: Awaited<ReturnType<typeof papersOf>>): Promise<string> {
  const mail = new MailComposer({
    from: `Айгүл Омарова <bench${String(n)}@example.kz>`,
    to: USER,
    subject: 'Тауарды қайтару',
    text: 'Сәлеметсіз бе! Тапсырыстан бас тартамын, ақшамды қайтаруыңызды сұраймын. Сома 12 500 теңге.',
    attachments: papers
      .map(freshCopy)
      .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  });
  return new Promise((resolve, reject) => {
    mail.compile().build((error, message) => {
      if (error) reject(error);
      else resolve(message.toString('latin1'));
    });
  });
}
