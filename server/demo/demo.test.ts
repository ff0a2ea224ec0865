import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../adapters/db/database';
import { compose, type World } from '../composition';
import { CHANNELS, CLAIM_KINDS, CLAIM_STATES, LANGUAGES, REQUIRED_ITEMS } from '../domain/claim';
import { ENTITIES } from '../entities';
import { AuditEventEntity } from '../features/audit';
import { ClaimEntity, ObligationEntity } from '../features/claims';
import { CustomerEntity } from '../features/customers';
import { DocumentEntity } from '../features/documents';
import { MAIL_OUTCOMES, MailLedgerEntity } from '../features/intake/mail-ledger.entity';
import { JobEntity } from '../features/jobs';
import { MessageEntity } from '../features/messages';
import { saveOrder } from '../features/orders';
import { ExceptionEntity, PaymentEntity } from '../features/payments';
import { RefundEntity } from '../features/refunds';
import { UserEntity } from '../features/users';
import { dumpDemo } from '../testing/demo-dump';
import {
  DEMO_NOW,
  DEMO_PASSWORD,
  type DemoSandbox,
  openDemoWorld,
  startDemoSandbox,
} from '../testing/demo-world';
import { openTestDatabase } from '../testing/test-database';
import { seedDemo } from '.';
import { writeMail } from './customer-mail';
import { freshCase } from './fresh-mail';
import { FRESH_KINDS } from './fresh-words';
import { PEOPLE } from './people';
import { openSandboxControl } from './sandbox-control';
import { STORIES } from './stories';
import { openWebhookGate } from './webhook-gate';

/** Forty claims with real papers: seconds on an idle machine, minutes on a crowded one. */
const SEEDING_MS = 400_000;

type Opened = Awaited<ReturnType<typeof openDemoWorld>>;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let box: DemoSandbox;
let opened: Opened;
let world: World;

const said: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  box = await startDemoSandbox();
  opened = await openDemoWorld(database, box);
  world = opened.world;
  await seedDemo(world, box.sandbox.url, (line) => said.push(line));
}, SEEDING_MS);

afterAll(async () => {
  await opened.close();
  await box.sandbox.close();
  await database.close();
});

const all = <T extends object>(entity: new () => T): Promise<T[]> =>
  database.uow.read((tx) => tx.find(entity));

describe('the demo', () => {
  it('has about forty claims in every state, kind, channel and language', async () => {
    const claims = await all(ClaimEntity);
    expect(claims.length).toBe(STORIES.length);
    expect(claims.length).toBeGreaterThanOrEqual(38);
    const seen = (field: 'state' | 'kind' | 'channel' | 'language') =>
      new Set(claims.map((claim) => claim[field]));
    expect(seen('state')).toEqual(new Set(CLAIM_STATES));
    expect(seen('kind')).toEqual(new Set(CLAIM_KINDS));
    expect(seen('channel')).toEqual(new Set(CHANNELS));
    expect(seen('language')).toEqual(new Set(LANGUAGES));
  });

  it('is read by the intake as its stories were written', async () => {
    const people = new Map((await all(CustomerEntity)).map(({ id, name }) => [id, name]));
    const read = (await all(ClaimEntity)).map(({ customerId, channel, kind, language }) =>
      [people.get(customerId), channel, kind, language].join(' '),
    );
    const told = STORIES.map(({ person, channel, kind, language }) =>
      [PEOPLE[person].name, channel, kind, language].join(' '),
    );
    expect(read.sort()).toEqual(told.sort());
  });

  it('has every outcome in the mail ledger and every document type', async () => {
    expect(new Set((await all(MailLedgerEntity)).map(({ outcome }) => outcome))).toEqual(
      new Set(MAIL_OUTCOMES),
    );
    const documents = await all(DocumentEntity);
    expect(new Set(documents.map(({ type }) => type))).toEqual(new Set([...REQUIRED_ITEMS, 'other']));
    expect(documents.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it('has a question about a payment that failed, with the answer ready', async () => {
    const asked = (await all(MailLedgerEntity)).filter(({ reason }) => reason === 'payment-failed');
    const payments = await all(PaymentEntity);
    expect(asked.map(({ paymentId }) => payments.find(({ id }) => id === paymentId))).toMatchObject([
      { status: 'Declined', reasonCode: 5057 },
    ]);
  });

  it('has money in every state: void, two payments, declined, refused, unknown, by hand in the cabinet', async () => {
    const payments = await all(PaymentEntity);
    expect(new Set(payments.map(({ status }) => status))).toEqual(
      new Set(['Completed', 'Authorized', 'Cancelled', 'Declined']),
    );
    const refunds = await all(RefundEntity);
    expect(new Set(refunds.map(({ state }) => state))).toEqual(
      new Set(['settled', 'refused', 'manual', 'unknown']),
    );
    expect(refunds.filter(({ source }) => source === 'external')).toHaveLength(1);
    const claims = await all(ClaimEntity);
    expect(claims.filter(({ payoutFailure }) => payoutFailure !== null).map(({ state }) => state)).toEqual([
      'in_review',
    ]);
    const split = claims.filter(({ proposal }) => (proposal?.refunds.length ?? 0) > 1);
    expect(split.map(({ state }) => state)).toEqual(['resolved']);
    expect(await all(ExceptionEntity)).toEqual([]);
  });

  it('agrees with the gateway to the tenge', async () => {
    const log = box.sandbox.log();
    const moved = log
      .filter(({ kind }) => kind === 'refund')
      .map(({ amount }) => Math.round((amount ?? 0) * 100));
    const settled = (await all(RefundEntity)).filter(
      ({ state, operation }) => state === 'settled' && operation === 'refund',
    );
    const sums = (list: number[]) => [...list].sort((a, b) => a - b);
    expect(sums(settled.map(({ amountMinor }) => amountMinor))).toEqual(sums(moved));
  });

  it('owes what its dates say: something overdue, due today and due tomorrow', async () => {
    const open = (await all(ClaimEntity)).filter(
      ({ dueOn, closedAt }) => dueOn !== null && closedAt === null,
    );
    const due = (day: string) => open.filter(({ dueOn }) => dueOn === day).length;
    expect(open.filter(({ dueOn }) => (dueOn ?? '') < '2026-11-25').length).toBeGreaterThanOrEqual(2);
    expect(open.filter(({ dueOn }) => (dueOn ?? '') < '2026-11-25').length).toBeLessThanOrEqual(4);
    expect(due('2026-11-25')).toBeGreaterThanOrEqual(2);
    expect(due('2026-11-26')).toBeGreaterThanOrEqual(2);
  });

  it('tells one coherent past: nothing in the future, letters after their cause, clocks met by the letters', async () => {
    const claims = await all(ClaimEntity);
    const messages = await all(MessageEntity);
    const now = world.clock.now();
    for (const { at } of await all(AuditEventEntity)) expect(at).toBeLessThanOrEqual(now);
    expect(messages.filter(({ state }) => state === 'queued' || state === 'failed')).toEqual([]);
    for (const claim of claims) {
      const mine = messages.filter(({ claimId }) => claimId === claim.id);
      expect(claim.demandedAt).toBeLessThanOrEqual(claim.createdAt);
      expect(mine.filter(({ kind }) => kind === 'acknowledgement').length).toBeGreaterThanOrEqual(1);
      for (const letter of mine.filter(({ direction }) => direction === 'out'))
        expect(letter.createdAt).toBeGreaterThanOrEqual(claim.createdAt);
      const kinds = new Set(mine.map(({ kind }) => kind));
      if (claim.state === 'resolved') expect(kinds).toContain('payout');
      if (claim.state === 'rejected') expect(kinds).toContain('decision_reject');
      if (claim.state === 'withdrawn') expect(kinds).toContain('withdrawal');
    }
    const resolved = new Set(claims.filter(({ state }) => state === 'resolved').map(({ id }) => id));
    const clocks = (await all(ObligationEntity)).filter(({ claimId }) => resolved.has(claimId));
    expect(clocks.filter(({ status }) => status !== 'met')).toEqual([]);
  });

  it('was made by several people, and proposer and approver differ', async () => {
    const events = await all(AuditEventEntity);
    const users = new Map((await all(UserEntity)).map(({ id, email }) => [id, email.split('@')[0]]));
    const actors = new Set(
      events.map(({ actorId }) => users.get(actorId ?? '')).filter((name) => name !== undefined),
    );
    expect(actors).toEqual(new Set(['reviewer', 'reviewer2', 'manager', 'manager2', 'admin']));
    for (const { proposal, approvedById } of await all(ClaimEntity))
      if (approvedById !== null) expect(proposal?.proposedById).not.toBe(approvedById);
  });

  it('leaves the sandbox’s clock as it was, and only work that recurs on the job table', async () => {
    const { body } = await box.control('GET', 'clock');
    expect(body).toMatchObject({ offsetMs: 0 });
    const jobs = await all(JobEntity);
    expect(
      jobs.filter(({ state, dedupKey }) => state !== 'done' && !dedupKey.startsWith('recurring:')),
    ).toEqual([]);
  });

  it('tells who waits how far it is', () => {
    expect(said.map((line) => line.replace(/^.* (\d+) %$/, '$1'))).toEqual(
      Array.from({ length: 10 }, (_, tenth) => String(10 * tenth)),
    );
  });

  it('is not made a second time, and never prints a given password', async () => {
    const before = await dumpDemo(world);
    const lines = await seedDemo(world, box.sandbox.url);
    expect(lines.join('\n')).toContain('reviewer@umami.kz');
    expect(lines.join('\n')).not.toContain(DEMO_PASSWORD);
    expect(await dumpDemo(world)).toEqual(before);
    expect(existsSync(join(opened.folder, 'data', 'demo-password'))).toBe(false);
  });

  it(
    'is the same when it is made anew for the day by starts that die half-way, and by two at once',
    async () => {
      const fresh = await openTestDatabase();
      const other = await startDemoSandbox();
      const worlds = [await openDemoWorld(fresh, other), await openDemoWorld(fresh, other)];
      const second = fresh.engine === 'postgres' ? await openDatabase(fresh.url, ENTITIES) : null;
      const [one, two] = worlds.map((each) => each.world) as [World, World];
      try {
        // Each dies when a letter has its outcome but the demo does not yet remember it.
        for (const mails of [4, 11])
          await expect(seedDemo(dying(one, mails), other.sandbox.url)).rejects.toThrow('killed');
        // A SQLite file has one server; on PostgreSQL a second instance starts in the same moment.
        const beside = second ? [seedDemo({ ...two, database: second }, other.sandbox.url)] : [];
        await Promise.all([seedDemo(one, other.sandbox.url), ...beside]);
        expect(await dumpDemo(one)).toEqual(await dumpDemo(world));
      } finally {
        for (const each of worlds) await each.close();
        await second?.close();
        await other.sandbox.close();
        await fresh.close();
      }
    },
    SEEDING_MS,
  );
});

describe('npm run demo:mail', () => {
  it.each(LANGUAGES.flatMap((language) => FRESH_KINDS.map((kind) => [kind, language] as const)))(
    'sends a letter (%s, %s) that becomes a complete claim with its order and payment',
    async (kind, language) => {
      const product = compose(world);
      const gate = await openWebhookGate(product.app, box.deskPort);
      try {
        const seed = 7_000 + FRESH_KINDS.indexOf(kind) * 10 + LANGUAGES.indexOf(language);
        const fresh = freshCase({ kind, language, to: 'info@umami.kz' }, seed, world.clock.now());
        const context = { ids: world.ids, now: world.clock.now(), source: 'hand' as const, actorId: 'demo' };
        await database.uow.write((tx) => saveOrder(tx, fresh.order, context));
        const sandbox = await openSandboxControl(box.sandbox.url);
        const made: number[] = [];
        for (const payment of fresh.payments)
          made.push(await sandbox.pay(payment, `test:${String(seed)}:${String(made.length)}`));
        await heard(made);

        const letter = await fresh.letter(made[0] ?? 0, world.renderer);
        const sourceKey = `test:${String(seed)}`;
        await product.intake.take({
          sourceKey,
          receivedAt: world.clock.now(),
          envelopeFrom: letter.from.address,
          envelopeTo: [letter.to],
          raw: await writeMail(letter),
        });

        const claim = await claimOf(sourceKey);
        expect(claim?.languageSource).not.toBe('unsure');
        expect(claim).toMatchObject({
          kind: {
            before: 'refusal_before_handover',
            after: 'refusal_after_handover',
            mistaken: 'mistaken_operation',
          }[kind],
          language,
          state: 'in_review',
          missing: [],
          orderNumber: fresh.order.number,
          requestedMinor: fresh.sum,
        });
        const payments = await database.uow.read((tx) =>
          tx.findBy(PaymentEntity, { invoiceId: fresh.order.number }),
        );
        expect(payments.map(({ transactionId }) => transactionId).sort()).toEqual(made.sort());
        // Of a double debit a person picks the one that goes back.
        if (kind !== 'mistaken') expect(claim?.paymentId).toBe(payments[0]?.id);
      } finally {
        await gate.close();
      }
    },
  );

  it.each(REQUIRED_ITEMS)('leaves %s out when asked to', async (missing) => {
    const fresh = freshCase({ kind: 'mistaken', language: 'ru', missing, to: 'info@umami.kz' }, 5, DEMO_NOW);
    const { files = [] } = await fresh.letter(1, world.renderer);
    const name = { application: 'Заявление', id_copy: 'Удостоверение', receipt: 'Чек' }[missing];
    expect(files).toHaveLength(2);
    expect(files.filter((file) => file.name.startsWith(name))).toEqual([]);
  });
});

/** A world that is killed with the n-th letter: its outcome stands, and nothing is written after it. */
function dying(given: World, mails: number): World {
  const { uow } = given.database;
  let read = 0;
  let writes = 0;
  const alive = () => read < mails || writes++ === 0;
  return {
    ...given,
    mailReader: {
      ...given.mailReader,
      read: (raw) => {
        read += 1;
        return given.mailReader.read(raw);
      },
    },
    database: {
      ...given.database,
      uow: { ...uow, write: (fn) => (alive() ? uow.write(fn) : Promise.reject(new Error('killed'))) },
    },
  };
}

async function heard(transactionIds: number[]): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const known = (await all(PaymentEntity)).filter(({ transactionId }) =>
      transactionIds.includes(transactionId),
    );
    if (known.length === transactionIds.length) return;
    if (Date.now() > deadline) throw new Error('The payment was never heard of');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function claimOf(sourceKey: string): Promise<ClaimEntity | null> {
  return database.uow.read(async (tx) => {
    const row = await tx.findOneBy(MailLedgerEntity, { sourceKey });
    return row?.claimId ? tx.findOneBy(ClaimEntity, { id: row.claimId }) : null;
  });
}
