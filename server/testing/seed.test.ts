import { isClosed } from '../domain/claim';
import { makeLoadCalendar } from '../features/calendar';
import { ClaimEntity, type ClaimCore, makeRefreshClaim, ObligationEntity } from '../features/claims';
import { DocumentEntity } from '../features/documents';
import { MessageEntity } from '../features/messages';
import { openLetter } from '../features/messages/sealed-letter';
import { RefundEntity } from '../features/refunds';
import { loadSettings } from '../features/settings';
import { randomIds } from '../adapters/ids/random-ids';
import { type Keyring, openKeyring } from '../adapters/storage';
import { fillDatabase, SEEDED_AT } from '../../scripts/seed/fill-database';
import { openTestDatabase } from './test-database';

const CLAIMS = 150;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let keyring: Keyring;
beforeEach(async () => {
  keyring = openKeyring(`test:${Buffer.alloc(32, 7).toString('base64')}`);
  database = await openTestDatabase();
  await fillDatabase(database, keyring, { claims: CLAIMS, seed: 1 });
});
afterEach(() => database.close());

function allClaims(from = database): Promise<ClaimEntity[]> {
  return from.uow.read((tx) => tx.find(ClaimEntity, { order: { number: 'ASC' } }));
}

it('writes claims in which the product finds nothing to correct', async () => {
  const core: ClaimCore = {
    clock: { now: () => SEEDED_AT },
    ids: randomIds,
    vault: keyring,
    loadCalendar: makeLoadCalendar(),
    loadSettings,
    queueLetter: () => Promise.reject(new Error('no letter is owed')),
  };
  const refresh = makeRefreshClaim(core);
  const before = await allClaims();
  const terms = () => database.uow.read((tx) => tx.find(ObligationEntity, { order: { id: 'ASC' } }));
  const termsBefore = await terms();

  for (const { id } of before) await database.uow.write((tx) => refresh(tx, id, 'clock'));

  // A closed claim has the verdict of its last day; today its payment may be too old for the card.
  const asItWas = (claim: ClaimEntity) =>
    isClosed(claim.state) ? { ...claim, verdict: null, updatedAt: 0, version: 0 } : claim;
  expect((await allClaims()).map(asItWas)).toEqual(before.map(asItWas));
  expect(await terms()).toEqual(termsBefore);
});

it('gives a claim what its way brought: terms, papers, letters that its key opens, money', async () => {
  const resolved = (await allClaims()).find(({ state }) => state === 'resolved');
  if (!resolved) throw new Error('No claim was resolved');
  const where = { claimId: resolved.id };
  const [terms, papers, letters, refunds] = await database.uow.read((tx) =>
    Promise.all([
      tx.findBy(ObligationEntity, where),
      tx.findBy(DocumentEntity, where),
      tx.find(MessageEntity, { where, order: { createdAt: 'ASC' } }),
      tx.findBy(RefundEntity, where),
    ]),
  );

  expect(terms.length).toBeGreaterThan(1);
  expect(papers.map(({ type }) => type)).toEqual(expect.arrayContaining(['application', 'id_copy']));
  expect(refunds).toMatchObject([{ state: 'settled', amountMinor: resolved.approvedMinor }]);
  expect(letters.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['customer', 'acknowledgement', 'decision_refund', 'payout']),
  );
  for (const letter of letters.filter(({ direction }) => direction === 'out'))
    expect(openLetter(keyring, letter, resolved.wrappedKey)?.text).toContain('UMAMI');
});

it('writes the same claims for the same seed, and others for another', async () => {
  const again = await openTestDatabase();
  const other = await openTestDatabase();
  try {
    await fillDatabase(again, keyring, { claims: CLAIMS, seed: 1 });
    await fillDatabase(other, keyring, { claims: CLAIMS, seed: 2 });
    const plain = (rows: ClaimEntity[]) => rows.map((row) => ({ ...row, wrappedKey: '' }));

    expect(plain(await allClaims(again))).toEqual(plain(await allClaims()));
    expect(plain(await allClaims(other))).not.toEqual(plain(await allClaims()));
  } finally {
    await again.close();
    await other.close();
  }
});
