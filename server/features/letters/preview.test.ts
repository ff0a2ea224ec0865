import { openProductApp, type Browser, type ProductApp } from '../../testing/product-app';
import { MessageEntity } from '../messages';

interface Preview {
  to: string | null;
  sends: string[];
  withBlank: boolean;
  letters: { language: string; subject: string; text: string }[];
}

let product: ProductApp;
let reviewer: Browser;
let counter = 0;
beforeAll(async () => {
  product = await openProductApp();
  reviewer = await product.signIn('reviewer');
});
afterAll(() => product.close());

async function claimOf(changed: object = {}): Promise<{ id: string; version: number; number: string }> {
  const customer = { name: 'Айгүл Сейтқали', email: 'aigul@example.kz', phone: null };
  const answer = await reviewer.post('/api/claims').send({
    kind: 'refusal_before_handover',
    channel: 'phone',
    language: 'kk',
    customer,
    currency: 'KZT',
    requestedMinor: 1_250_000,
    commandId: `preview-${String((counter += 1))}`,
    ...changed,
  });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; version: number; number: string };
}

async function preview(id: string, body: object): Promise<Preview> {
  const answer = await reviewer.post(`/api/claims/${id}/letter-preview`).send(body);
  expect(answer.status).toBe(200);
  return answer.body as Preview;
}

it('shows the letter that asks for papers in three languages, naming each, and sends nothing', async () => {
  const claim = await claimOf();
  const before = await product.database.source.getRepository(MessageEntity).count();

  const { to, sends, withBlank, letters } = await preview(claim.id, {
    kind: 'deficiency',
    items: ['application', 'id_copy'],
    note: 'Қолтаңба көрінбейді.',
  });

  expect([to, sends, withBlank]).toEqual(['aigul@example.kz', ['kk'], true]);
  expect(letters.map(({ language }) => language)).toEqual(['kk', 'ru', 'en']);
  for (const { subject, text } of letters) {
    expect(subject).toContain(claim.number);
    expect(text).toContain('Қолтаңба көрінбейді.');
  }
  const [kk, ru] = letters;
  expect(kk?.text).toContain('өтініш');
  expect(ru?.text).toContain('Заявление');
  expect(await product.database.source.getRepository(MessageEntity).count()).toBe(before);
});

it('shows the very words that are sent afterwards', async () => {
  const claim = await claimOf({ language: 'ru' });
  const { letters } = await preview(claim.id, { kind: 'deficiency', items: ['id_copy'], note: '' });

  const sent = await reviewer
    .post(`/api/claims/${claim.id}/request-documents`)
    .send({ version: claim.version, commandId: 'ask-1', items: ['id_copy'], note: '' });
  expect(sent.status).toBe(200);

  const list = await reviewer.get(`/api/messages?filter=${JSON.stringify({ claimId: claim.id })}`);
  const letter = (list.body as { kind: string; text: string }[]).find(({ kind }) => kind === 'deficiency');
  expect(letter?.text).toBe(letters[1]?.text);
});

it('says that the sum is the price of the goods only when it is', async () => {
  const lines = [
    { title: 'Кесе', quantity: 1, unitMinor: 400_000 },
    { title: 'Шәйнек', quantity: 1, unitMinor: 850_000 },
  ];
  const claim = await claimOf({ lines });
  const shown = (await reviewer.get(`/api/claims/${claim.id}`)).body as { lines: { id: string }[] };
  const cup = [shown.lines[0]?.id];
  const equals = async (amountMinor: number, refund: object = {}) => {
    const refunds = [{ paymentId: 'any', amountMinor, ...refund }];
    const { letters } = await preview(claim.id, { kind: 'decision_refund', amountMinor, refunds });
    return letters[0]?.text.includes('сатып алу сомасына тең');
  };
  expect(await equals(1_250_000)).toBe(true);
  expect(await equals(1_249_999)).toBe(false);
  expect(await equals(400_000)).toBe(false);
  expect(await equals(400_000, { lines: cup })).toBe(true);
});

it.each([
  [{ kind: 'payout' }, 'a letter that no person causes'],
  [{ kind: 'deficiency', items: ['cvv'] }, 'an unknown paper'],
])('refuses %j: %s', async (body, _why) => {
  const claim = await claimOf();
  const answer = await reviewer.post(`/api/claims/${claim.id}/letter-preview`).send(body);
  expect(answer.status).toBe(422);
});

it('knows no claim of another id', async () => {
  const answer = await reviewer.post('/api/claims/none/letter-preview').send({ kind: 'withdrawal' });
  expect(answer.status).toBe(404);
});
