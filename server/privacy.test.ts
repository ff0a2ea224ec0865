import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import 'reflect-metadata';
import { openDatabase } from './adapters/db/database';
import { letterPdf } from './adapters/pdf';
import { DEFAULT_LEGAL_ENTITY } from './domain/legal-entity';
import { ENTITIES } from './entities';
import {
  addStaff,
  newInstallation,
  signInTo,
  STAFF_PASSWORD,
  startRealProduct,
} from './testing/real-product';
import { emptyDatabaseUrl } from './testing/test-database';

/** Values that no log may hold, and that no table may hold in the clear. */
const SEALED = {
  iin: '900101300017',
  card: '4111111111111111',
  letter: 'қырмызы шәйнегімнің құлағы сынып қалды',
  document: 'мөрленген құжаттың ішкі мәтіні',
  answer: 'жауап хаттың ерекше сөздері',
};
/** Values that tables need, and logs do not. */
const SIGNED = { name: 'Құралай Жұмаділдаева', email: 'quralai.zh@example.kz', phone: '+77017654321' };

it('a whole flow leaves no personal value and no secret in the logs, and seals what it must', async () => {
  const received: string[] = [];
  const mailServer = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(null, { user: 'desk' }),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const database = await emptyDatabaseUrl();
  const installation = newInstallation(database.url, {
    SMTP_URL: `smtp://desk:the-mail-password@127.0.0.1:${String(port)}`,
    LOG_LEVEL: 'trace',
    METRICS_TOKEN: 'the-token-of-the-metrics',
  });
  await addStaff(installation, ['reviewer', 'manager']);
  const product = await startRealProduct(installation);
  const secrets: string[] = [];
  try {
    await sendClaim(product.smtpPort);
    const staff = await signInTo(product.url, 'reviewer');
    const sessionId = /=s:([\w-]+)\./.exec(decodeURIComponent(staff.cookie))?.[1] ?? 'no session';
    secrets.push(sessionId);
    const claims = (await (await staff.get('/api/claims')).json()) as { id: string; version: number }[];
    expect(claims).toHaveLength(1);
    const [claim] = claims;
    const path = `/api/claims/${claim?.id ?? ''}`;
    for (const resource of ['messages', 'documents', 'customers', 'mail-ledger'])
      await staff.get(`/api/${resource}`);
    await staff.get(`/api/claims?filter=${encodeURIComponent(JSON.stringify({ q: SIGNED.email }))}`);
    await staff.post(`${path}/reply`, {
      version: claim?.version,
      commandId: 'a-reply',
      text: SEALED.answer,
      documentIds: [],
    });
    // Whatever cannot be read, or is refused, is not repeated in a log either.
    await staff.post(`${path}/note`, { version: 1, commandId: 'x', text: SEALED.iin, extra: SEALED.card });
    await fetch(`${product.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"email":"${SIGNED.email}","password":"${STAFF_PASSWORD}`,
    });
    await fetch(`${product.url}/${SIGNED.email}?q=${SEALED.iin}`);
    for (let tries = 0; received.length < 2 && tries < 100; tries += 1) await sleep(100);
    expect(received.length).toBeGreaterThanOrEqual(2);
    product.signal('SIGTERM');
    await product.ended;
  } finally {
    await product.stop();
    await new Promise<void>((resolve) => mailServer.close(resolve));
  }

  const forbidden = [
    ...Object.values(SEALED),
    ...Object.values(SIGNED),
    ...secrets,
    STAFF_PASSWORD,
    'the-mail-password',
    'the-token-of-the-metrics',
    String(installation.env.CLOUDPAYMENTS_API_SECRET),
    Buffer.alloc(32, 7).toString('base64'),
  ];
  const output = product.output();
  expect(output.split('\n').filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(5);
  expect(forbidden.filter((value) => output.includes(value))).toEqual([]);

  const rows = await everyRow(installation.databaseUrl);
  expect(rows).toContain(SIGNED.email);
  const inTheClear = [...Object.values(SEALED), ...secrets, STAFF_PASSWORD];
  expect(inTheClear.filter((value) => rows.includes(value))).toEqual([]);
  installation.remove();
  await database.drop();
}, 90_000);

async function sendClaim(smtpPort: number): Promise<void> {
  const paper = {
    language: 'kk',
    addressee: [],
    date: '',
    subject: 'Өтініш',
    text: SEALED.document,
    at: 0,
  } as const;
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: { name: SIGNED.name, address: SIGNED.email },
    to: 'info@umami.kz',
    subject: 'Ақшаны қайтару',
    text: `Тапсырыс бойынша ақшаны қайтаруды сұраймын: ${SEALED.letter}. ЖСН ${SEALED.iin}, карта ${SEALED.card}, телефон ${SIGNED.phone}`,
    attachments: [
      { filename: 'Өтініш.pdf', content: await letterPdf({ ...paper, addressee: [] }, DEFAULT_LEGAL_ENTITY) },
    ],
  });
  transport.close();
}

/** All tables as one text. */
async function everyRow(url: string): Promise<string> {
  const database = await openDatabase(url, ENTITIES);
  const parts: string[] = [];
  for (const { tableName } of database.source.entityMetadatas)
    parts.push(JSON.stringify(await database.source.query(`SELECT * FROM "${tableName}"`)));
  await database.close();
  return parts.join('\n');
}
