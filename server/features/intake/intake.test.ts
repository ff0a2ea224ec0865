import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { Unavailable } from '../../domain/errors';
import { type MailDesk, openMailDesk, SHOP } from '../../testing/mail-desk';
import { AuditEventEntity } from '../audit';
import { ClaimEntity, ObligationEntity } from '../claims';
import { CustomerEntity } from '../customers';
import { DocumentEntity } from '../documents';
import { replyAddress } from '../letters/reply-address';
import { MessageEntity } from '../messages';
import { MailLedgerEntity } from './mail-ledger.entity';
import { makeTakeMail } from './take-mail';

let desk: MailDesk;
let counter = 0;
beforeAll(async () => {
  desk = await openMailDesk();
});
afterAll(() => desk.close());

const PDF = Buffer.from('%PDF-1.4 a paper');
const paper = (filename: string, content: Buffer = PDF) => ({
  filename,
  content,
  contentType: 'application/pdf',
});
const someone = () => `person${(counter += 1)}@example.kz`;
const DEMAND =
  'Сәлеметсіз бе! Тауарды қайтарғым келеді, өлшемі тура келмеді. Ақшамды қайтарыңыз: 12 500 тг, SO-10452.';

const ledger = async (from: string) => {
  const rows = await desk.uow.read((tx) =>
    tx.find(MailLedgerEntity, { where: { envelopeFrom: from }, order: { receivedAt: 'ASC', id: 'ASC' } }),
  );
  return rows;
};
const onlyRow = async (from: string): Promise<MailLedgerEntity> => {
  const rows = await ledger(from);
  expect(rows).toHaveLength(1);
  return rows[0] ?? new MailLedgerEntity();
};
const claimOf = async (row: MailLedgerEntity) =>
  desk.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: row.claimId ?? '' }));
const documentsOf = (claimId: string) =>
  desk.uow.read((tx) => tx.find(DocumentEntity, { where: { claimId }, order: { id: 'ASC' } }));
const outgoing = async (address: string) => {
  await desk.jobs.runDue();
  return desk.outbox.filter(({ to }) => to === address);
};

describe('a complete mail', () => {
  it('becomes a claim with number, customer, language, papers, clocks, and is acknowledged', async () => {
    const from = someone();
    await desk.send({
      from: `Айгүл Сейтқали <${from}>`,
      subject: 'Ақшаны қайтару',
      text: DEMAND,
      attachments: [paper('Өтініш.pdf'), paper('жеке куәлік.pdf')],
    });

    const row = await onlyRow(from);
    expect(row).toMatchObject({ outcome: 'new_claim', receivedAt: desk.clock.at, subject: 'Ақшаны қайтару' });
    const claim = await claimOf(row);
    expect(claim).toMatchObject({
      kind: 'refusal_after_handover',
      channel: 'mail',
      language: 'kk',
      languageSource: 'detected',
      orderNumber: 'SO-10452',
      requestedMinor: 1_250_000,
      demandedAt: desk.clock.at,
      completeAt: desk.clock.at,
      missing: [],
      state: 'in_review',
    });
    const customer = await desk.uow.read((tx) =>
      tx.findOneByOrFail(CustomerEntity, { id: claim.customerId }),
    );
    expect(customer).toMatchObject({ name: 'Айгүл Сейтқали', email: from });
    expect((await documentsOf(claim.id)).map(({ type, name }) => [type, name]).sort()).toEqual([
      ['application', 'Өтініш.pdf'],
      ['id_copy', 'жеке куәлік.pdf'],
    ]);
    const [letter, ...others] = await outgoing(from);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ automatic: true, language: 'kk' });
    expect(letter?.text).toContain(claim.number);
    expect(letter?.text).toContain('2026 жылғы 26 қараша (бейсенбі)');
    expect(letter?.replyTo).toBe(replyAddress(SHOP, claim.replyToken));
  });

  it('keeps the raw message byte for byte and the words sealed', async () => {
    const from = someone();
    const raw = `From: ${from}\r\nTo: ${SHOP}\r\nSubject: refund 900101300017\r\n\r\nPlease refund my order, IIN 900101300017, card 4111 1111 1111 1111\r\n`;
    await desk.sendRaw(raw, from);
    const row = await onlyRow(from);
    expect((await desk.parts.files.read(row)).toString()).toBe(raw);
    expect(row.subject).toBe('refund …');
    const messages = await desk.uow.read((tx) =>
      tx.findBy(MessageEntity, { claimId: row.claimId ?? '', direction: 'in' }),
    );
    expect(JSON.stringify(messages)).not.toContain('900101300017');
    const shown = await desk.get(`/api/messages/${messages[0]?.id ?? ''}`);
    expect((shown.body as { text: string }).text).toContain('900101300017');
    expect((shown.body as { text: string }).text).not.toContain('4111');
  });
});

describe('a reply', () => {
  async function incomplete() {
    const from = someone();
    await desk.send({
      from: `Айгүл <${from}>`,
      subject: 'Қайтару',
      text: DEMAND,
      attachments: [paper('өтініш.pdf')],
    });
    const claim = await claimOf(await onlyRow(from));
    expect(claim.missing).toEqual(['id_copy']);
    const [letter] = await outgoing(from);
    return { from, claim, letter };
  }

  it('joins by our Message-ID and with the last missing paper starts the card clock', async () => {
    const { from, claim, letter } = await incomplete();
    desk.clock.at += 86_400_000;
    await desk.send({
      from,
      subject: 'Re: тіркелді',
      text: 'Куәлікті жібердім',
      inReplyTo: letter?.messageId,
      attachments: [paper('куәлік.pdf')],
    });
    expect((await ledger(from))[1]).toMatchObject({ outcome: 'joins_claim', claimId: claim.id });
    const after = await desk.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: claim.id }));
    expect(after).toMatchObject({ missing: [], completeAt: desk.clock.at, state: 'in_review' });
    const clocks = await desk.uow.read((tx) => tx.findBy(ObligationEntity, { claimId: claim.id }));
    expect(clocks.find(({ kind }) => kind === 'card_refund_3_working_days')?.dueOn).toBe('2026-11-27');
    const letters = await outgoing(from);
    expect(letters.at(-1)?.subject).toContain('құжаттар толық');
  });

  it('joins by the reply address in any case of letters', async () => {
    const { from, claim } = await incomplete();
    await desk.send({
      from,
      to: replyAddress(SHOP, claim.replyToken).toUpperCase(),
      subject: 'x',
      text: 'міне',
    });
    expect((await ledger(from))[1]).toMatchObject({ outcome: 'joins_claim', claimId: claim.id });
  });

  it('from another address joins nothing, and a number in the subject joins nothing', async () => {
    const { claim, letter } = await incomplete();
    const stranger = someone();
    await desk.send({
      from: stranger,
      subject: 'Re',
      text: 'ақшаны маған жіберіңіз',
      inReplyTo: letter?.messageId,
    });
    expect(await onlyRow(stranger)).toMatchObject({
      outcome: 'question',
      reason: 'reply-from-other-address',
      claimId: null,
    });
    const other = someone();
    await desk.send({ from: other, subject: `Re: ${claim.number}`, text: DEMAND });
    const row = await onlyRow(other);
    expect(row.outcome).toBe('new_claim');
    expect(row.claimId).not.toBe(claim.id);
  });
});

describe('machines', () => {
  it.each([
    ['auto-submitted', { 'Auto-Submitted': 'auto-replied' }],
    ['list', { 'List-Id': '<news.example.kz>' }],
    ['bulk', { Precedence: 'bulk' }],
  ])('%s mail is filed and not answered', async (reason, headers) => {
    const from = someone();
    await desk.send({ from, subject: 'Қайтару', text: DEMAND, headers });
    expect(await onlyRow(from)).toMatchObject({ outcome: 'auto_reply', reason, claimId: null });
    expect(await outgoing(from)).toEqual([]);
  });

  it('hears `Auto-Submitted: no` as a person', async () => {
    const from = someone();
    await desk.send({ from, subject: 'Қайтару', text: DEMAND, headers: { 'Auto-Submitted': 'no' } });
    expect((await onlyRow(from)).outcome).toBe('new_claim');
  });

  it('does not answer ourselves', async () => {
    await desk.send({ from: SHOP, subject: 'Қайтару', text: DEMAND });
    expect(await onlyRow(SHOP)).toMatchObject({ outcome: 'auto_reply', reason: 'ourselves' });
  });

  it('files a bounce to the letter that bounced', async () => {
    const from = someone();
    await desk.send({ from, subject: 'Қайтару', text: DEMAND });
    const claim = await claimOf(await onlyRow(from));
    const [letter] = await outgoing(from);
    await desk.sendRaw(
      `From: MAILER-DAEMON@example.kz\r\nTo: ${SHOP}\r\nSubject: Undelivered ${claim.number}\r\n\r\nMessage-ID: ${letter?.messageId ?? ''}\r\n`,
      '',
    );
    const rows = await ledger('');
    expect(rows.at(-1)).toMatchObject({ outcome: 'auto_reply', reason: 'bounce', claimId: claim.id });
    const message = await desk.uow.read((tx) =>
      tx.findOneByOrFail(MessageEntity, { mailMessageId: letter?.messageId ?? '' }),
    );
    expect(message.state).toBe('failed');
    expect((await claimOf(rows.at(-1)!)).tasks).toMatchObject([
      { kind: 'call', cause: 'bounced', letterKind: 'acknowledgement', messageId: message.id, doneAt: null },
    ]);
  });

  it('answers one address a few times a day, then stops', async () => {
    const from = someone();
    for (let round = 0; round < 9; round += 1)
      await desk.send({ from, subject: `Қайтару ${round}`, text: DEMAND });
    expect(await ledger(from)).toHaveLength(9);
    expect(await outgoing(from)).toHaveLength(6);
  });
});

describe('sorting', () => {
  it.each([
    ['Оплата не проходит, пишет ошибку. Что делать?', 'question'],
    ['Қайырлы таң', 'not_a_claim'],
    ['', 'not_a_claim'],
    ['I was charged twice for order 10452.', 'new_claim'],
  ])('«%s» is %s', async (text, outcome) => {
    const from = someone();
    await desk.send({ from, subject: '', text });
    expect((await onlyRow(from)).outcome).toBe(outcome);
  });

  it('takes papers without a word for a demand, and answers in both languages', async () => {
    const from = someone();
    await desk.send({ from, subject: '', attachments: [paper('заявление.pdf')] });
    const claim = await claimOf(await onlyRow(from));
    expect(claim.languageSource).toBe('unsure');
    const [letter] = await outgoing(from);
    expect(letter?.text).toContain('Жолданымыңыз тіркелді');
    expect(letter?.text).toContain('Ваше обращение зарегистрировано');
  });

  it('knows the same bytes again', async () => {
    const from = someone();
    const raw = `From: ${from}\r\nSubject: refund\r\nMessage-ID: <same@x>\r\n\r\nPlease refund my order\r\n`;
    await desk.sendRaw(raw, from);
    await desk.sendRaw(raw, from);
    await desk.sendRaw(raw.replace('refund my', 'refund that'), from);
    const rows = await ledger(from);
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'new_claim', 'new_claim']);
    expect(rows.find(({ outcome }) => outcome === 'duplicate')?.claimId).not.toBeNull();
  });
});

describe('bad input', () => {
  it.each([
    ['garbage', Buffer.from([0, 1, 2, 255, 254, 10, 10, 7]), 'unparseable'],
    [
      'a multipart without its parts',
      'From: a@b.kz\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\nnothing',
      'unparseable',
    ],
    ['a mail without sender', 'Subject: refund\r\n\r\nrefund please', 'no-sender'],
    [
      'a header of half a megabyte',
      `From: a@b.kz\r\nX-A: ${'a'.repeat(500_000)}\r\n\r\nrefund`,
      'headers-too-large',
    ],
  ])('quarantines %s whole, and the next one is taken', async (_name, raw, reason) => {
    const from = someone();
    await desk.sendRaw(raw, from);
    const row = await onlyRow(from);
    expect(row).toMatchObject({ outcome: 'quarantined', reason });
    // The client writes every line end as CRLF; nothing else may differ.
    const lines = (bytes: Buffer) => bytes.toString('latin1').replace(/\r\n/g, '\n').trimEnd();
    expect(lines(await desk.parts.files.read(row))).toBe(lines(Buffer.from(raw)));
    const next = someone();
    await desk.send({ from: next, subject: 'Қайтару', text: DEMAND });
    expect((await onlyRow(next)).outcome).toBe('new_claim');
  });

  it('quarantines sixty attachments', async () => {
    const from = someone();
    const attachments = Array.from({ length: 60 }, (_, index) => paper(`${index}.pdf`));
    await desk.send({ from, subject: 'Қайтару', text: DEMAND, attachments });
    expect(await onlyRow(from)).toMatchObject({ outcome: 'quarantined', reason: 'too-many-attachments' });
  });

  it('refuses a hundred megabytes with 552 and keeps nothing', async () => {
    const from = someone();
    await expect(
      desk.send({
        from,
        subject: 'x',
        text: DEMAND,
        attachments: [paper('big.pdf', Buffer.alloc(75_000_000))],
      }),
    ).rejects.toMatchObject({ responseCode: 552 });
    expect(await ledger(from)).toEqual([]);
  });

  it('keeps an EXE named PDF as a file that nobody can open, under a harmless name', async () => {
    const from = someone();
    const exe = Buffer.from('MZ\u0090\0 not a paper');
    await desk.send({
      from,
      subject: 'Қайтару',
      text: DEMAND,
      attachments: [
        paper('өтініш.pdf', exe),
        paper('../../x.pdf'),
        { filename: 'winmail.dat', content: Buffer.from('x') },
      ],
    });
    const claim = await claimOf(await onlyRow(from));
    expect(
      (await documentsOf(claim.id)).map(({ name, type, problem }) => [name, type, problem]).sort(),
    ).toEqual([
      ['winmail.dat', 'other', 'not-allowed-kind'],
      ['x.pdf', 'other', null],
      ['өтініш.pdf', 'other', 'not-allowed-kind'],
    ]);
    expect(claim.missing).toContain('application');
  });

  it.each(['koi8-r', 'windows-1251'])('reads %s', async (charset) => {
    const from = someone();
    const encode = (text: string) => Buffer.from([...text].map((sign) => codeOf(sign, charset)));
    const head = `From: ${from}\r\nSubject: refund\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
    await desk.sendRaw(
      Buffer.concat([Buffer.from(head), encode('Прошу вернуть деньги за заказ'), Buffer.from('\r\n')]),
      from,
    );
    const claim = await claimOf(await onlyRow(from));
    expect(claim.language).toBe('ru');
    const shown = await desk.get(`/api/messages?filter={"claimId":"${claim.id}","direction":"in"}`);
    expect((shown.body as { text: string }[])[0]?.text).toContain('Прошу вернуть деньги');
  });

  it('takes NUL and half characters out instead of failing', async () => {
    const from = someone();
    await desk.sendRaw(
      `From: ${from}\r\nSubject: refund\0 now\r\n\r\nPlease refund\0 my order \ud83d\r\n`,
      from,
    );
    const row = await onlyRow(from);
    expect(['new_claim', 'quarantined']).toContain(row.outcome);
    expect(row.subject).not.toContain('\0');
  });

  it('acknowledges nothing while the disk is full, and takes it later', async () => {
    const from = someone();
    const put = desk.parts.files.put.bind(desk.parts.files);
    const full = { ...desk.parts.files, put: () => Promise.reject(new Unavailable('full')) };
    const mail = {
      sourceKey: `smtp:full-${from}`,
      receivedAt: desk.clock.at,
      envelopeFrom: from,
      envelopeTo: [SHOP],
      raw: Buffer.from(`From: ${from}\r\nSubject: refund\r\n\r\nPlease refund my order\r\n`),
    };
    await expect(makeTakeMail({ ...desk.parts, files: full }).take(mail)).rejects.toThrow(Unavailable);
    expect(await ledger(from)).toEqual([]);
    await makeTakeMail({ ...desk.parts, files: { ...desk.parts.files, put } }).take(mail);
    await makeTakeMail(desk.parts).take(mail);
    expect((await onlyRow(from)).outcome).toBe('new_claim');
  });
});

describe('the ledger', () => {
  it('runs a question again as a demand, once a command', async () => {
    const from = someone();
    await desk.send({ from, subject: 'SO-1', text: 'Қашан?' });
    const row = await onlyRow(from);
    expect(row.outcome).toBe('question');
    const path = `/api/mail-ledger/${row.id}/rerun`;
    const body = { version: row.version, commandId: `rerun-${from}`, as: 'new_claim' };
    const first = await desk.post(path, body);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ outcome: 'new_claim', version: row.version + 1 });
    const again = await desk.post(path, body);
    expect(again.body).toEqual(first.body);
    expect((await desk.post(path, { ...body, commandId: `other-${from}` })).status).toBe(409);
    expect(await desk.uow.read((tx) => tx.countBy(MessageEntity, { dedupKey: `mail:${row.id}` }))).toBe(1);
  });

  it('shows what an unsorted message says', async () => {
    const from = someone();
    await desk.send({ from, subject: 'Сұрақ', text: 'Тапсырыс қашан келеді?' });
    const row = await onlyRow(from);
    const shown = await desk.get(`/api/mail-ledger/${row.id}/text`);
    expect(shown.body).toMatchObject({ problem: null, subject: 'Сұрақ', attachments: [] });
    expect((await desk.get('/api/mail-ledger?filter={"nope":1}')).status).toBe(422);
  });
});

it('an auditor reads what was written, not who it was', async () => {
  const from = someone();
  const text = `${DEMAND}\nЖСН 900101300017, тел. +7 701 000 50 12, ${from}\nАйгүл Сейтқали`;
  await desk.send({ from: `Айгүл Сейтқали <${from}>`, subject: 'Айгүлден талап', text });
  const row = await onlyRow(from);
  const letters = `/api/messages?filter={"claimId":"${row.claimId ?? ''}"}`;
  const mine = JSON.stringify((await desk.get(letters)).body);
  expect(mine).toContain('900101300017');
  expect(mine).toContain('Құрметті Айгүл Сейтқали');

  for (const path of [letters, `/api/mail-ledger/${row.id}/text`, `/api/mail-ledger/${row.id}`]) {
    const shown = JSON.stringify((await desk.get(path, 'auditor')).body);
    expect(shown).toContain('А•');
    for (const personal of ['900101300017', '000 50 12', from, 'Айгүл', 'Сейтқали'])
      expect(shown).not.toContain(personal);
  }
});

describe('the outbox', () => {
  it('sends the same letter again under the same Message-ID, and gives a refused one to a person', async () => {
    const from = someone();
    await desk.send({ from, subject: 'Қайтару', text: DEMAND });
    const claim = await claimOf(await onlyRow(from));
    desk.mailServer.refuses = Object.assign(new Error('no such user'), { permanent: true });
    expect(await outgoing(from)).toEqual([]);
    const find = () =>
      desk.uow.read((tx) =>
        tx.findOneByOrFail(MessageEntity, { claimId: claim.id, kind: 'acknowledgement' }),
      );
    const failed = await find();
    expect(failed.state).toBe('failed');
    desk.mailServer.refuses = null;
    const retried = await desk.post(
      `/api/messages/${failed.id}/retry`,
      { commandId: `retry-${from}` },
      'reviewer',
    );
    expect(retried.body).toMatchObject({ state: 'queued' });
    const [letter] = await outgoing(from);
    expect(letter?.messageId).toBe(failed.mailMessageId);
    expect((await find()).state).toBe('sent');
    expect(letter?.attachments.map(({ name }) => name)).toEqual(['Өтініш бланкісі.pdf']);
  });
});

it('announces its limit and takes many recipients', async () => {
  const greeting = await new Promise<string>((resolve) => {
    const socket = createConnection(desk.port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (/^220 /m.test(text) && !text.includes('250')) socket.write('EHLO me\r\n');
      if (/^250 /m.test(text)) socket.end();
    });
    socket.on('close', () => resolve(text));
  });
  expect(greeting).toMatch(/SIZE 41943040/);
  const from = someone();
  const to = Array.from({ length: 60 }, (_, index) => `x${index}@umami.kz`);
  await desk.sendRaw(`From: ${from}\r\nSubject: refund\r\n\r\nrefund please\r\n`, from, [SHOP, ...to]);
  expect((await onlyRow(from)).outcome).toBe('new_claim');
});

it('prints a letter for a customer without mail address, which counts as sent', async () => {
  const from = someone();
  await desk.send({ from, subject: 'Қайтару', text: DEMAND });
  const claim = await claimOf(await onlyRow(from));
  await desk.uow.write((tx) => tx.update(CustomerEntity, { id: claim.customerId }, { email: null }));
  await desk.uow.write((tx) =>
    desk.parts.queueLetter(tx, {
      kind: 'decision_reject',
      claim,
      dedupKey: `test:${claim.id}`,
      params: { reasonCode: 'out_of_term', note: '' },
      authorId: desk.userId('manager'),
      now: desk.clock.at,
    }),
  );
  const find = () =>
    desk.uow.read((tx) => tx.findOneByOrFail(MessageEntity, { dedupKey: `test:${claim.id}` }));
  const { id, state } = await find();
  expect(state).toBe('to_print');
  const res = await desk
    .get(`/api/messages/${id}/print`)
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect((res.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await find()).toMatchObject({ state: 'sent', sentAt: desk.clock.at });
  const answer = await desk.uow.read((tx) =>
    tx.findOneByOrFail(ObligationEntity, { claimId: claim.id, kind: 'answer_10_days' }),
  );
  expect(answer.status).toBe('met');
});

function codeOf(sign: string, charset: string): number {
  for (let code = 0; code < 256; code += 1)
    if (new TextDecoder(charset).decode(Uint8Array.of(code)) === sign) return code;
  return 63;
}

describe('one message of the ledger', () => {
  it('is found by sender and by a word of its subject, and given out byte for byte, written down', async () => {
    const from = someone();
    await desk.send({ from, subject: 'Ерекше тақырып', text: DEMAND });
    const row = await onlyRow(from);
    const find = (q: string) =>
      desk.get(`/api/mail-ledger?filter=${encodeURIComponent(JSON.stringify({ q }))}`);

    for (const q of [from, 'тақырып']) {
      expect((await find(q)).body).toEqual([expect.objectContaining({ id: row.id })]);
    }
    expect((await find('%')).body).toEqual([]);

    const file = await desk.get(`/api/mail-ledger/${row.id}/original`).expect(200);
    expect(
      createHash('sha256')
        .update(file.body as Buffer)
        .digest('hex'),
    ).toBe(row.sha256);
    expect(file.headers['content-disposition']).toContain('.eml');
    expect(file.headers['content-type']).toBe('application/octet-stream');
    const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'mail.downloaded' }));
    expect(events).toMatchObject([{ resourceId: row.id, data: { sha256: row.sha256 } }]);
  });
});
