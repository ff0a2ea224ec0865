import { Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import type { ReadMail } from '../../mailbox-port';
import { acknowledgeClaim, makeOpenClaim, makeRefreshClaim } from '../claims';
import type { PreparedDocument } from '../documents';
import { mayAnswer } from './answer-limit';
import { claimOfReply } from './claim-of-reply';
import type { IntakeParts } from './intake-parts';
import { failedPaymentOf } from './failed-payment';
import { keepLetter } from './keep-letter';
import { languageOfMail } from './language-of-mail';
import type { MailInHand, Placed } from './ledger-row';
import { MailLedgerEntity } from './mail-ledger.entity';
import { orderInMail } from './order-in-mail';
import { readDemand } from './read-demand';

export type PlaceMail = (
  tx: Tx,
  inHand: MailInHand,
  mail: ReadMail,
  prepared: PreparedDocument[],
  force: 'new_claim' | null,
) => Promise<Placed>;

/** Gives a person's message its one outcome, with everything that follows from it, in one transaction. */
export function makePlaceMail(parts: IntakeParts): PlaceMail {
  const openClaim = makeOpenClaim(parts);
  const refresh = makeRefreshClaim(parts);

  async function join(
    tx: Tx,
    inHand: MailInHand,
    mail: ReadMail,
    prepared: PreparedDocument[],
    claimId: string,
    wasMissing: number,
  ) {
    const claim = await refresh(tx, claimId, 'mail');
    if (!claim) throw new Error('The claim of a reply is gone');
    await keepLetter(tx, parts, claim, mail, { ...inHand, prepared });
    const after = await refresh(tx, claimId, 'mail');
    const completed = wasMissing > 0 && after?.missing.length === 0;
    const now = parts.clock.now();
    if (after && completed && (await mayAnswer(tx, mail.from.address, now))) {
      await parts.queueLetter(tx, {
        kind: 'acknowledgement',
        claim: after,
        dedupKey: `complete:${claimId}`,
        params: { completed: true },
        authorId: null,
        now,
      });
    }
  }

  async function open(
    tx: Tx,
    inHand: MailInHand,
    mail: ReadMail,
    prepared: PreparedDocument[],
  ): Promise<string> {
    const paperText = prepared.map(({ text }) => text).join('\n');
    const settings = await parts.loadSettings(tx, almatyDate(inHand.receivedAt));
    const order = await orderInMail(
      tx,
      `${mail.subject}\n${mail.text}\n${paperText.slice(0, 20_000)}`,
      settings['orders.pattern'],
    );
    const demand = readDemand(mail.subject, mail.text === '' ? paperText : mail.text, order.handedOver);
    const { language, source } = await languageOfMail(tx, mail.from.address, mail, paperText);
    const claim = await openClaim(tx, {
      kind: demand.kind,
      channel: 'mail',
      language,
      languageSource: source,
      customer: {
        name: mail.from.name === '' ? mail.from.address : mail.from.name,
        email: mail.from.address,
        phone: null,
      },
      orderNumber: order.number,
      requestedMinor: demand.requestedMinor,
      currency: 'KZT',
      demandedAt: inHand.receivedAt,
      actorId: null,
    });
    await keepLetter(tx, parts, claim, mail, { ...inHand, prepared });
    const current = (await refresh(tx, claim.id, 'mail')) ?? claim;
    if (await mayAnswer(tx, mail.from.address, parts.clock.now()))
      await acknowledgeClaim(tx, parts, current, null);
    return claim.id;
  }

  return async (tx, inHand, mail, prepared, force) => {
    await lockContent(tx, inHand.stored.sha256);
    const twin = await tx.findOne(MailLedgerEntity, {
      where: { sha256: inHand.stored.sha256, id: Not(inHand.ledgerId), outcome: Not('quarantined') },
      order: { createdAt: 'ASC' },
    });
    if (twin && force === null)
      return { outcome: 'duplicate', reason: 'same-content', claimId: twin.claimId };
    const found = await claimOfReply(tx, parts.mailFrom, mail, inHand.envelopeTo);
    if (found?.fromCustomer) {
      const { claim } = found;
      await join(tx, inHand, mail, prepared, claim.id, claim.missing.length);
      return { outcome: 'joins_claim', reason: null, claimId: claim.id };
    }
    if (force === null && found)
      return { outcome: 'question', reason: 'reply-from-other-address', claimId: null };
    if (force === null) {
      const papers = prepared.some(({ type }) => type !== 'other');
      const { asks } = readDemand(mail.subject, mail.text, null);
      if (asks === 'question' && !papers) {
        const failed = await failedPaymentOf(tx, parts, mail, inHand.receivedAt);
        const reason = failed ? 'payment-failed' : null;
        return { outcome: 'question', reason, claimId: null, paymentId: failed?.id ?? null };
      }
      if (asks === 'nothing' && prepared.every(({ problem }) => problem !== null))
        return {
          outcome: 'not_a_claim',
          reason: prepared.length > 0 ? 'no-readable-file' : 'no-demand',
          claimId: null,
        };
    }
    return { outcome: 'new_claim', reason: null, claimId: await open(tx, inHand, mail, prepared) };
  };
}

/** The same bytes arriving twice at the same moment: one waits for the other. SQLite writes one by one anyway. */
async function lockContent(tx: Tx, sha256: string): Promise<void> {
  if (tx.connection.options.type !== 'postgres') return;
  await tx.query('SELECT pg_advisory_xact_lock($1)', [Number.parseInt(sha256.slice(0, 12), 16)]);
}
