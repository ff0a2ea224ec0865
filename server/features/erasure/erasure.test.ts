import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import sharp from 'sharp';
import { randomIds } from '../../adapters/ids/random-ids';
import { LANGUAGES } from '../../domain/claim';
import { type Browser, openProductApp, type ProductApp } from '../../testing/product-app';
import { AuditEventEntity } from '../audit';
import { DocumentEntity } from '../documents';
import { MailLedgerEntity } from '../intake';
import { loadSettings } from '../settings';
import { eraseIdCopies, type ErasureParts } from './erase-id-copies';
import { certificateText } from './erasure.routes';

interface Shown {
  id: string;
  number: string;
  version: number;
  state: string;
  missing: string[];
  heldAt: string | null;
}

const DAY_MS = 86_400_000;
let product: ProductApp;
let reviewer: Browser;
let manager: Browser;
let auditor: Browser;
let counter = 0;
beforeAll(async () => {
  product = await openProductApp();
});
beforeEach(async () => {
  // Sessions end within the month that a test lets pass.
  [reviewer, manager, auditor] = [
    await product.signIn('reviewer'),
    await product.signIn('manager'),
    await product.signIn('auditor'),
  ];
});
afterAll(() => product.close());

const picture = () =>
  sharp({ create: { width: 64, height: 40, channels: 3, background: `#${String(100_000 + counter)}` } })
    .jpeg()
    .toBuffer();

async function withCopy(): Promise<{ claim: Shown; document: DocumentEntity }> {
  const facts = {
    kind: 'refusal_before_handover',
    channel: 'letter',
    language: 'kk',
    customer: { name: 'Айгүл Сейтқали', email: null, phone: null },
    currency: 'KZT',
    requestedMinor: 1_250_000,
    commandId: `erase-${String((counter += 1))}`,
  };
  const claim = await reviewer
    .post('/api/claims')
    .field('claim', JSON.stringify(facts))
    .attach('files', await picture(), 'Айгүл, жеке куәлік.jpg')
    .expect(201);
  const { id } = claim.body as Shown;
  return { claim: claim.body as Shown, document: await copyOf(id) };
}

async function copyOf(claimId: string): Promise<DocumentEntity> {
  const rows = await product.uow.read((tx) => tx.findBy(DocumentEntity, { claimId }));
  const copy = rows.find(({ type }) => type === 'id_copy');
  if (!copy) throw new Error(`No copy among ${rows.map(({ type }) => type).join()}`);
  return copy;
}
const verb = async (
  who: Browser,
  { id }: Pick<Shown, 'id'>,
  name: string,
  own: object = {},
  status = 200,
) => {
  const { version } = (await reviewer.get(`/api/claims/${id}`)).body as Shown;
  const commandId = `erase-${String((counter += 1))}`;
  const res = await who.post(`/api/claims/${id}/${name}`).send({ version, commandId, ...own });
  expect(res.status).toBe(status);
  return res.body as Shown;
};
const withdraw = (claim: Pick<Shown, 'id'>) => verb(reviewer, claim, 'withdraw', { reason: 'ойы өзгерді' });
const later = async (days: number) => {
  product.clock.at += days * DAY_MS;
  [reviewer, manager, auditor] = [
    await product.signIn('reviewer'),
    await product.signIn('manager'),
    await product.signIn('auditor'),
  ];
  await product.jobs.runDue();
};
/** As if the file had lain there for two hours. */
function grow(storageKey: string): void {
  const old = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(product.root, storageKey), old, old);
}
const onDisk = ({ storageKey }: { storageKey: string }) => existsSync(join(product.root, storageKey));
const rowOf = ({ id }: { id: string }) =>
  product.uow.read((tx) => tx.findOneByOrFail(DocumentEntity, { id }));

it('erases a copy 30 days after the claim ended, key and file, and leaves a certificate', async () => {
  const { claim, document } = await withCopy();
  await withdraw(claim);
  await later(29.9);
  expect(onDisk(document)).toBe(true);
  await reviewer.get(`/api/documents/${document.id}/pages/1?purpose=review`).expect(200);
  await auditor.get(`/api/documents/${document.id}/erasure-certificate`).expect(404);

  await later(0.2);
  expect(onDisk(document)).toBe(false);
  const { sha256, sizeBytes } = document;
  expect(await rowOf(document)).toMatchObject({
    wrappedKey: '',
    name: '',
    pages: 0,
    sha256,
    sizeBytes,
    erasedAt: product.clock.at,
  });
  for (const part of ['pages/1', 'original']) {
    const gone = await reviewer.get(`/api/documents/${document.id}/${part}?purpose=review`).expect(404);
    expect(gone.body).toMatchObject({ problem: 'erased' });
  }
  const shown = await auditor.get(`/api/documents/${document.id}`).expect(200);
  expect(shown.body).toMatchObject({ erasedAt: new Date(product.clock.at).toISOString() });
  const pdf = await auditor.get(`/api/documents/${document.id}/erasure-certificate?language=ru`).expect(200);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');

  const events = await product.uow.read((tx) =>
    tx.findBy(AuditEventEntity, { resourceId: document.id, action: 'document.erased' }),
  );
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toMatchObject({ sha256, retentionDays: 30, withMail: false });
  for (const language of LANGUAGES) {
    const text = certificateText(language, claim.number, events[0] ?? ({} as AuditEventEntity));
    expect(text).toContain(claim.number);
    expect(text).toContain(sha256);
    expect(text).not.toMatch(/[{}]|Айгүл/);
  }
  // A second round finds nothing to do.
  await later(1);
  expect(await erasures(document)).toBe(1);
});

it('keeps the copy of an open claim, and asks for a new one when a claim comes back without', async () => {
  const open = await withCopy();
  const back = await withCopy();
  await withdraw(back.claim);
  await later(20);
  await verb(reviewer, back.claim, 'reopen', { reason: 'Жаңа дәлел' });
  await later(40);
  for (const { document } of [open, back]) expect(onDisk(document)).toBe(true);

  await withdraw(back.claim);
  await later(31);
  expect(onDisk(back.document)).toBe(false);
  const again = await verb(reviewer, back.claim, 'reopen', { reason: 'Тағы келді' });
  expect(again.missing).toContain('id_copy');
});

it('leaves everything alone under a legal hold, and goes on when it is released', async () => {
  const { claim, document } = await withCopy();
  await withdraw(claim);
  await verb(reviewer, claim, 'legal-hold', { held: true, reason: 'Сот ісі № 7' }, 403);
  const held = await verb(manager, claim, 'legal-hold', { held: true, reason: 'Сот ісі № 7' });
  expect(held.heldAt).toBe(new Date(product.clock.at).toISOString());
  await verb(manager, claim, 'legal-hold', { held: true, reason: 'Сот ісі № 7' }, 409);
  await later(90);
  expect(onDisk(document)).toBe(true);
  const released = await verb(manager, claim, 'legal-hold', { held: false, reason: 'Іс аяқталды' });
  expect(released.heldAt).toBeNull();
  await later(0.1);
  expect(onDisk(document)).toBe(false);
});

/** One round of another instance. */
const roundOf = (changed: Partial<ErasureParts>) => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { uow, clock } = product;
  const files = { remove: () => Promise.resolve() };
  return eraseIdCopies({ uow, clock, ids: randomIds, log: silent, files, loadSettings, ...changed });
};
const erasures = ({ id }: { id: string }) =>
  product.uow.read((tx) => tx.countBy(AuditEventEntity, { resourceId: id, action: 'document.erased' }));

it('leaves a claim alone that was opened again after the look for what is due', async () => {
  const { claim, document } = await withCopy();
  await withdraw(claim);
  product.clock.at += 31 * DAY_MS;
  reviewer = await product.signIn('reviewer');
  let looks = 0;
  const erased = await roundOf({
    uow: {
      ...product.uow,
      read: async (fn) => {
        const found = await product.uow.read(fn);
        if ((looks += 1) === 1) await verb(reviewer, claim, 'reopen', { reason: 'Жаңа дәлел' });
        return found;
      },
    },
  });
  expect([looks, erased]).toEqual([1, 0]);
  expect(await rowOf(document)).toMatchObject({ erasedAt: null });
  expect(await erasures(document)).toBe(0);
});

it('erases once when two instances find the same copy', async () => {
  const { claim, document } = await withCopy();
  await withdraw(claim);
  product.clock.at += 31 * DAY_MS;
  const rounds = await Promise.all([roundOf({}), roundOf({})]);
  expect(rounds.sort()).toEqual([0, 1]);
  expect(await erasures(document)).toBe(1);
});

it('leaves a file that could not be removed to the sweep, which takes it', async () => {
  const { claim, document } = await withCopy();
  await withdraw(claim);
  product.clock.at += 31 * DAY_MS;
  await roundOf({ files: { remove: () => Promise.reject(new Error('the disk is away')) } });
  expect(await rowOf(document)).toMatchObject({ wrappedKey: '' });
  expect(onDisk(document)).toBe(true);
  grow(document.storageKey);
  await later(0.1);
  expect(onDisk(document)).toBe(false);
});

it('takes the raw mail with the copy that it brought, and keeps the letter', async () => {
  const raw = await new MailComposer({
    from: 'Айгүл Сейтқали <aigul@example.kz>',
    to: 'info@umami.kz',
    subject: 'Қайтару туралы өтініш',
    text: 'Тапсырыстан бас тартамын, 12 500 теңгені қайтарыңыздар.',
    attachments: [{ filename: 'Жеке куәлік.jpg', content: await picture() }],
  })
    .compile()
    .build();
  await product.intake.take({
    sourceKey: 'smtp:erasure-1',
    receivedAt: product.clock.at,
    envelopeFrom: 'aigul@example.kz',
    envelopeTo: ['info@umami.kz'],
    raw,
  });
  const ledger = await product.uow.read((tx) =>
    tx.findOneByOrFail(MailLedgerEntity, { sourceKey: 'smtp:erasure-1' }),
  );
  const claim = { id: ledger.claimId ?? '' };
  const document = await copyOf(claim.id);
  await withdraw(claim);
  product.clock.at += 31 * DAY_MS;
  await roundOf({ files: { remove: () => Promise.reject(new Error('the disk is away')) } });
  // Both outlive their keys until the sweep comes by.
  expect([onDisk(document), onDisk(ledger)]).toEqual([true, true]);
  for (const { storageKey } of [document, ledger]) grow(storageKey);
  await later(0.1);
  expect([onDisk(document), onDisk(ledger)]).toEqual([false, false]);
  for (const part of ['text', 'original']) {
    const gone = await reviewer.get(`/api/mail-ledger/${ledger.id}/${part}`).expect(404);
    expect(gone.body).toMatchObject({ problem: 'erased' });
  }
  const rerun = { version: ledger.version + 1, commandId: 'erase-rerun', as: 'auto' };
  await manager.post(`/api/mail-ledger/${ledger.id}/rerun`).send(rerun).expect(404);
  const letters = await reviewer.get(`/api/messages?filter=${JSON.stringify({ claimId: claim.id })}`);
  expect(JSON.stringify(letters.body)).toContain('12 500 теңгені');
});
