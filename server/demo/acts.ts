import { replyAddress } from '../features/letters';
import { makeClaimHooks } from '../features/claims';
import { markPrinted, MessageEntity } from '../features/messages';
import type { ReasonCode } from '../domain/claim';
import { fillWords, papersNow, type Scene } from './scene';
import { actor, claimOf, deliver, linesOf, paymentsOf, settle, type Who } from './stage';
import type { Paper } from './story';

/** One thing that somebody does in a story. Every act may be repeated: the second time it changes nothing. */
export type Act = (scene: Scene) => Promise<void>;

const verb = (scene: Scene, who: Who, name: string, body: object, part = ''): Promise<void> =>
  scene.stage.desk.act(
    scene.claimId,
    name,
    { ...body, commandId: `${scene.mark}${part}` },
    actor(scene.stage, who),
  );

/** A reviewer takes the claim. */
export const take =
  (who: Who): Act =>
  (scene) =>
    verb(scene, who, 'assign', { assigneeId: actor(scene.stage, who).id });

export const note =
  (who: Who, text: string): Act =>
  (scene) =>
    verb(scene, who, 'note', { text: fillWords(text, scene) });

export const write =
  (who: Who, text: string): Act =>
  (scene) =>
    verb(scene, who, 'reply', { text: fillWords(text, scene) });

type Item = 'application' | 'id_copy' | 'receipt' | 'authority' | 'other';

export const askFor =
  (who: Who, items: Item[], words = ''): Act =>
  (scene) =>
    verb(scene, who, 'request-documents', { items, note: words });

export const check =
  (who: Who, item: string, ok: boolean, words = ''): Act =>
  (scene) =>
    verb(scene, who, 'check', { item, ok, note: words });

/** Answers every open question of the checklist that a proposal waits for. */
export const checkAll =
  (who: Who): Act =>
  async (scene) => {
    const { checklist } = await claimOf(scene.stage, scene.claimId);
    for (const { code, required, ok } of checklist) {
      if (required && ok !== true) await verb(scene, who, 'check', { item: code, ok: true }, `:${code}`);
    }
  };

/** Looks through the papers, then puts the refund before a manager. */
export const proposeRefund =
  (
    who: Who,
    reasonCode: ReasonCode,
    options: { note?: string; tenge?: number; payment?: number } = {},
  ): Act =>
  async (scene) => {
    const { stage, claimId, order, story } = scene;
    await checkAll(who)(scene);
    const all = (await paymentsOf(stage, order.number)).filter(({ status }) => status !== 'Declined');
    const chosen = options.payment === undefined ? all : all.slice(options.payment, options.payment + 1);
    const asked = options.tenge === undefined ? order.askedMinor : options.tenge * 100;
    const lines = story.returns ? (await linesOf(stage, claimId)).map(({ id }) => id) : undefined;
    let left = asked;
    const refunds = chosen.flatMap(({ id, amountMinor }) => {
      const part = Math.min(left, amountMinor);
      left -= part;
      return part > 0 ? [{ paymentId: id, amountMinor: part, ...(lines ? { lines } : {}) }] : [];
    });
    await verb(scene, who, 'propose', { outcome: 'refund', refunds, reasonCode, note: options.note ?? '' });
  };

export const proposeRejection =
  (who: Who, reasonCode: ReasonCode, words: string): Act =>
  (scene) =>
    verb(scene, who, 'propose', { outcome: 'reject', refunds: [], reasonCode, note: words });

/** A manager approves and the payout runs; a fault of the gateway may wait for it. */
export const approve =
  (who: Who, fault?: { name: string; times?: number }): Act =>
  async (scene) => {
    const { stage, claimId } = scene;
    await stage.sandbox.moveTo(stage.clock.now());
    if (fault) await stage.sandbox.arm('payments/refund', fault.name, fault.times ?? 1);
    const { proposal } = await claimOf(stage, claimId);
    await verb(scene, who, 'approve', { proposalHash: proposal?.hash });
    await settle(stage, claimId, { faulty: fault !== undefined });
  };

/** The resolver has looked and a person must decide: the key's window is over. */
export const waitForResolver: Act = async ({ stage }) => {
  await stage.sandbox.moveTo(stage.clock.now());
  await stage.product.jobs.runDue(['refunds.resolve']);
  await stage.sandbox.disarm();
};

export const giveBack =
  (who: Who, reason: string): Act =>
  (scene) =>
    verb(scene, who, 'return', { reason });

export const reject =
  (who: Who, reasonCode: ReasonCode, words: string): Act =>
  (scene) =>
    verb(scene, who, 'reject', { reasonCode, note: words });

export const withdraw =
  (who: Who, reason: string): Act =>
  (scene) =>
    verb(scene, who, 'withdraw', { reason });

export const markDuplicate =
  (who: Who, of: string): Act =>
  (scene) =>
    verb(scene, who, 'mark-duplicate', { ofClaimId: scene.claims.get(of) });

/** The goods of a line (from 0) on their way back. */
export const goods =
  (who: Who, line: number, state: 'received' | 'inspected'): Act =>
  async (scene) => {
    const lines = await linesOf(scene.stage, scene.claimId);
    await verb(scene, who, 'goods', { lineId: lines[line]?.id, goods: state });
  };

/** Letters of a customer without a mail address are printed and posted. */
export const printLetters =
  (who: Who): Act =>
  async ({ stage, claimId }) => {
    const { uow } = stage.world.database;
    const { claimParts } = stage.product;
    const parts = { ...claimParts, onLetterSent: makeClaimHooks(claimParts).onLetterSent };
    const waiting = await uow.read((tx) => tx.findBy(MessageEntity, { claimId, state: 'to_print' }));
    for (const letter of waiting)
      await uow.write((tx) => markPrinted(tx, parts, letter, { actorId: actor(stage, who).id }));
  };

/** The customer answers our last letter. */
export const customerAnswers =
  (text: string, papers: Paper[] = []): Act =>
  async (scene) => {
    const { stage, claimId, person, story } = scene;
    const { uow } = stage.world.database;
    const claim = await claimOf(stage, claimId);
    const thread = await uow.read((tx) =>
      tx.find(MessageEntity, { where: { claimId, direction: 'out' }, order: { createdAt: 'DESC' } }),
    );
    const last = thread.find(({ mailMessageId }) => mailMessageId !== null)?.mailMessageId ?? undefined;
    await deliver(
      stage,
      {
        from: { name: person.name, address: person.email },
        to: replyAddress(stage.world.config.mail.from, claim.replyToken),
        subject: `Re: ${fillWords(story.words.subject, scene)}`,
        text: fillWords(text, scene),
        at: stage.clock.now(),
        messageId: `<${scene.mark.replaceAll(':', '.')}@mail.example.com>`,
        inReplyTo: last,
        references: last === undefined ? [] : [last],
        files: await papersNow(scene, papers),
      },
      scene.mark,
    );
  };

/** Somebody gives money back in the gateway's own cabinet, in tenge. */
export const refundInCabinet =
  (tenge: number): Act =>
  async ({ stage, order }) => {
    const [payment] = await paymentsOf(stage, order.number);
    if (!payment) return;
    await stage.sandbox.moveTo(stage.clock.now());
    await stage.sandbox.refundByHand(payment.transactionId, tenge);
    await stage.product.jobs.runDue(['payments.poll']);
  };
