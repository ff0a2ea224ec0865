import { In, IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { StaleVersion } from '../../domain/errors';
import { oneLine, withoutPersonalNumbers } from '../../domain/mail-text';
import type { RawMail, ReadMail } from '../../mailbox-port';
import type { SealedFileRef } from '../../ports';
import { MailboxPositionEntity, MailLedgerEntity, type MailOutcome } from './mail-ledger.entity';

/** One message on its way to its outcome. */
export interface MailInHand extends Omit<RawMail, 'position'> {
  ledgerId: string;
  stored: SealedFileRef;
  position?: RawMail['position'];
  /** The row of an earlier outcome that a person wants to see done again. */
  existing: MailLedgerEntity | null;
}

export interface Placed {
  outcome: MailOutcome;
  reason: string | null;
  claimId: string | null;
  /** Of a question: the payment that failed. */
  paymentId?: string | null;
}

/** Writes the one row of a message and moves the mailbox's position, in the transaction of what follows from it. */
export async function writeLedger(
  tx: Tx,
  inHand: MailInHand,
  mail: ReadMail | null,
  placed: Placed,
  now: number,
): Promise<void> {
  const { existing, stored } = inHand;
  const seen = {
    ...placed,
    paymentId: placed.paymentId ?? null,
    messageId: mail?.messageId ? oneLine(mail.messageId, 998) : null,
    // Numbers of people, cards and accounts stand in no row that is not sealed.
    subject: oneLine(withoutPersonalNumbers(mail?.subject ?? ''), 998),
  };
  if (existing) {
    const { id, version } = existing;
    const { affected } = await tx.update(
      MailLedgerEntity,
      { id, version },
      { ...seen, version: version + 1 },
    );
    if (affected === 0) throw new StaleVersion('Someone else has run this message again', { current: null });
    return;
  }
  await tx.insert(MailLedgerEntity, {
    id: inHand.ledgerId,
    receivedAt: inHand.receivedAt,
    envelopeFrom: oneLine(inHand.envelopeFrom, 320),
    ...seen,
    sourceKey: inHand.sourceKey,
    sha256: stored.sha256,
    sizeBytes: stored.sizeBytes,
    storageKey: stored.storageKey,
    wrappedKey: stored.wrappedKey,
    answerId: null,
    createdAt: now,
    erasedAt: null,
    version: 1,
  });
  await movePosition(tx, inHand.position);
}

/** A position only grows, unless the mailbox began to count anew. */
export async function movePosition(tx: Tx, position: RawMail['position']): Promise<void> {
  if (!position) return;
  const { mailbox, uidValidity, uid } = position;
  const known = await tx.findOneBy(MailboxPositionEntity, { mailbox });
  if (!known) await tx.insert(MailboxPositionEntity, { mailbox, uidValidity, lastUid: uid });
  else if (known.uidValidity !== uidValidity || known.lastUid < uid)
    await tx.update(MailboxPositionEntity, { mailbox }, { uidValidity, lastUid: uid });
}

/** Which of these storage keys a message of the ledger names; for the sweep of files without a row. */
export async function knownMailKeys(tx: Tx, storageKeys: string[]): Promise<Set<string>> {
  const where = { storageKey: In(storageKeys), erasedAt: IsNull() };
  const rows = await tx.find(MailLedgerEntity, { select: { id: true, storageKey: true }, where });
  return new Set(rows.map(({ storageKey }) => storageKey));
}
