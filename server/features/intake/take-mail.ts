import { createHash } from 'node:crypto';
import { Like } from 'typeorm';
import type { MailIntake, RawMail } from '../../mailbox-port';
import { makeFileMail } from './file-mail';
import type { IntakeParts } from './intake-parts';
import { movePosition } from './ledger-row';
import { MailboxPositionEntity, MailLedgerEntity } from './mail-ledger.entity';

export type TakeMail = MailIntake;

/**
 * Takes messages in: sealed first, looked into afterwards, one ledger row each. It resolves when the outcome is
 * committed and rejects only when nothing was kept (disk full, database away), so the message is offered again.
 */
export function makeTakeMail(parts: IntakeParts): TakeMail {
  const { uow, files, ids, log } = parts;
  const fileMail = makeFileMail(parts);

  /** The same message fetched again: by its key, or by its bytes when the mailbox began to count anew. */
  async function alreadyTaken({ sourceKey, position, raw }: RawMail): Promise<boolean> {
    return uow.read(async (tx) => {
      if (await tx.existsBy(MailLedgerEntity, { sourceKey })) return true;
      if (!position) return false;
      const sha256 = createHash('sha256').update(raw).digest('hex');
      const twins = await tx.findBy(MailLedgerEntity, { sha256, sourceKey: Like('imap:%') });
      const [mailbox, uidValidity] = sourceKey.split(';');
      return twins.some(({ sourceKey: other }) => {
        const [otherMailbox, otherValidity] = other.split(';');
        return otherMailbox === mailbox && otherValidity !== uidValidity;
      });
    });
  }

  return {
    async take(mail) {
      if (await alreadyTaken(mail)) {
        if (mail.position) await uow.write((tx) => movePosition(tx, mail.position));
        return;
      }
      const stored = await files.put(mail.raw);
      const ledgerId = ids.next();
      try {
        await fileMail({ ...mail, ledgerId, stored, existing: null });
      } catch (error) {
        // Asked of the table: a commit may have stood although its answer was lost.
        const kept = await uow
          .read((tx) => tx.existsBy(MailLedgerEntity, { id: ledgerId }))
          .catch(() => true);
        if (!kept) await files.remove(stored.storageKey).catch(() => undefined);
        throw error;
      }
      log.info({ ledgerId, sizeBytes: stored.sizeBytes }, 'mail taken');
    },
    positionOf: (mailbox) =>
      uow.read(async (tx) => {
        const row = await tx.findOneBy(MailboxPositionEntity, { mailbox });
        return row ? { mailbox, uidValidity: row.uidValidity, uid: row.lastUid } : null;
      }),
  };
}
