import { almatyDate } from '../domain/almaty-time';
import { addressOf } from '../features/letters';
import { acknowledgeClaim, makeOpenClaim, makeRefreshClaim } from '../features/claims';
import { keepDocuments } from '../features/documents';
import { saveOrder } from '../features/orders';
import { MessageEntity } from '../features/messages';
import { beginDemandPapers, type CastStory, demandPapers, fillWords } from './scene';
import { paymentsOfStory } from './story-payments';
import { actor, deliver, hearOfPayment, type Stage } from './stage';

/** The shop's site pushes the order and the customer pays. */
export async function buy(stage: Stage, cast: CastStory, mark: string): Promise<void> {
  await keepOrder(stage, cast, null);
  for (const [at, payment] of paymentsOfStory(cast).entries()) {
    await hearOfPayment(stage, await stage.sandbox.pay(payment, `${mark}:${String(at)}`));
  }
  beginDemandPapers(stage, cast);
}

/** The courier has handed the goods over. */
export async function handOver(stage: Stage, cast: CastStory): Promise<void> {
  const { handedOverAt } = cast;
  if (handedOverAt !== null) await keepOrder(stage, cast, almatyDate(handedOverAt));
}

async function keepOrder(stage: Stage, { story, order }: CastStory, handedOverOn: string | null) {
  const { world, clock } = stage;
  const { source = 'api' } = story;
  const actorId = source === 'api' ? 'shop' : actor(stage, 'admin').id;
  await world.database.uow.write((tx) =>
    saveOrder(tx, { ...order.input, handedOverOn }, { ids: world.ids, now: clock.now(), source, actorId }),
  );
}

/** The demand reaches the shop, by the way of its channel; answers the claim. */
export async function demand(stage: Stage, cast: CastStory, mark: string): Promise<string> {
  const { channel } = cast.story;
  if (channel === 'mail') return demandByMail(stage, cast, mark);
  if (channel === 'web') return demandByForm(stage, cast, mark);
  return enterDemand(stage, cast, mark);
}

async function demandByMail(stage: Stage, cast: CastStory, mark: string): Promise<string> {
  const { story, person } = cast;
  const claimId = await deliver(
    stage,
    {
      from: { name: person.name, address: person.email },
      to: addressOf(stage.world.config.mail.from),
      subject: fillWords(story.words.subject, cast),
      text: fillWords(story.words.text, cast),
      at: stage.clock.now(),
      messageId: `<${mark.replaceAll(':', '.')}@mail.example.com>`,
      files: await demandPapers(stage, cast),
    },
    mark,
  );
  if (claimId === null) throw new Error(`The demo mail ${story.key} opened no claim`);
  return claimId;
}

/** The public form opens a claim as a machine: in one transaction with its files and the acknowledgement. */
async function demandByForm(stage: Stage, cast: CastStory, mark: string): Promise<string> {
  const { story, person, order } = cast;
  const { claimParts: parts } = stage.product;
  const at = stage.clock.now();
  const dedupKey = `form:${mark}`;
  const files = await demandPapers(stage, cast);
  return parts.documentDesk.withAttachments(files, (prepared) =>
    parts.uow.write(async (tx) => {
      const known = await tx.findOneBy(MessageEntity, { dedupKey });
      if (known?.claimId) return known.claimId;
      const claim = await makeOpenClaim(parts)(tx, {
        kind: story.kind,
        channel: 'web',
        language: story.language,
        languageSource: 'customer',
        customer: { name: person.name, email: person.email, phone: person.phone },
        orderNumber: order.number,
        requestedMinor: order.askedMinor,
        currency: 'KZT',
        demandedAt: at,
        actorId: null,
      });
      const messageId = parts.ids.next();
      const documents = await keepDocuments(tx, parts.ids, prepared, {
        claimId: claim.id,
        messageId,
        actorId: null,
        at,
      });
      const letter = {
        from: `${person.name} <${person.email}>`,
        to: addressOf(stage.world.config.mail.from),
        subject: fillWords(story.words.subject, cast),
        text: fillWords(story.words.text, cast),
      };
      await tx.insert(MessageEntity, {
        id: messageId,
        claimId: claim.id,
        direction: 'in',
        kind: 'customer',
        state: 'received',
        language: story.language,
        sealed: parts.vault.sealText(claim.wrappedKey, JSON.stringify(letter)),
        wrappedKey: null,
        mailMessageId: null,
        inReplyTo: null,
        automatic: false,
        documentIds: documents.map(({ id }) => id),
        authorId: null,
        tries: 0,
        dedupKey,
        createdAt: at,
        sentAt: null,
      });
      const current = (await makeRefreshClaim(parts)(tx, claim.id, 'document')) ?? claim;
      await acknowledgeClaim(tx, parts, current, null);
      return claim.id;
    }),
  );
}

/** Staff enters what came by telephone, letter or messenger, with the moment that it really came. */
async function enterDemand(stage: Stage, cast: CastStory, mark: string): Promise<string> {
  const { story, person, order, demandedAt } = cast;
  const { by = 'reviewer', reason } = story.entered ?? {};
  const party = (given: typeof story.payer) =>
    given && {
      name: given.name,
      email: given.email,
      phone: given.phone,
      authorityProved: given.authorityProved ?? false,
    };
  const byMail = story.channel !== 'letter';
  return stage.desk.open(
    {
      kind: story.kind,
      channel: story.channel,
      language: story.language,
      customer: { name: person.name, email: byMail ? person.email : null, phone: person.phone },
      payer: party(story.payer),
      representative: party(story.representative),
      orderNumber: story.unknownOrder ? null : order.number,
      requestedMinor: order.askedMinor,
      ...(reason === undefined
        ? {}
        : { demandedAt: new Date(demandedAt).toISOString(), demandedReason: reason }),
      commandId: mark,
    },
    await demandPapers(stage, cast),
    actor(stage, by),
  );
}
