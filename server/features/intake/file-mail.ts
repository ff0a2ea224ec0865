import type { Tx } from '../../adapters/db/unit-of-work';
import { faultOf, Unavailable } from '../../domain/errors';
import { makeClaimHooks } from '../claims';
import type { IntakeParts } from './intake-parts';
import { type MailInHand, type Placed, writeLedger } from './ledger-row';
import { machineSign } from './machine-mail';
import { noteBounce } from './note-bounce';
import { makePlaceMail } from './place-mail';

export interface FileOptions {
  /** A person says that it is a demand, whatever the rules think. */
  force?: 'new_claim' | null;
  /** Runs the act inside the same transaction, so that a repeated command is answered as the first time. */
  around?: (tx: Tx, act: () => Promise<void>) => Promise<void>;
}

export type FileMail = (inHand: MailInHand, options?: FileOptions) => Promise<void>;

/**
 * From a sealed message to its committed outcome. Whatever is wrong with the message quarantines it; only a fault of
 * ours (disk, database) is thrown, and then nothing was written and the message is offered again.
 */
export function makeFileMail(parts: IntakeParts): FileMail {
  const { uow, clock, log, mailReader, documentDesk, mailFrom } = parts;
  const place = makePlaceMail(parts);
  const bounceParts = { ...parts, onLetterLost: makeClaimHooks(parts).onLetterLost };
  const quarantine = (reason: string): Placed => ({ outcome: 'quarantined', reason, claimId: null });

  return async (inHand, { force = null, around = runAct } = {}) => {
    const settle = (mail: Parameters<typeof writeLedger>[2], act: (tx: Tx) => Promise<Placed>) =>
      uow.write((tx) => around(tx, async () => writeLedger(tx, inHand, mail, await act(tx), clock.now())));

    const read = inHand.cut ? ({ problem: 'too-large' } as const) : await mailReader.read(inHand.raw);
    if (read.problem !== null) {
      const { problem } = read;
      await settle(null, () => Promise.resolve(quarantine(problem)));
      return;
    }
    const { mail } = read;
    const machine = force === null ? machineSign(mail, inHand.envelopeFrom, mailFrom) : null;
    try {
      if (machine !== null) {
        await settle(mail, async (tx) => {
          const claimId = machine === 'bounce' ? await noteBounce(tx, bounceParts, inHand.raw) : null;
          return { outcome: 'auto_reply', reason: machine, claimId };
        });
        return;
      }
      const files = mail.attachments.map(({ name, contentType, content }) => ({
        name,
        declaredType: contentType,
        content,
      }));
      await documentDesk.withAttachments(files, (prepared) =>
        settle(mail, (tx) => place(tx, inHand, mail, prepared, force)),
      );
    } catch (error) {
      // A fault of ours, or a person's command that is refused: nothing was written, and the caller hears it.
      if (error instanceof Unavailable || inHand.existing) throw error;
      log.error({ ledgerId: inHand.ledgerId, cause: faultOf(error) }, 'mail could not be placed');
      await settle(null, () => Promise.resolve(quarantine('failed')));
    }
  };
}

const runAct: NonNullable<FileOptions['around']> = (_tx, act) => act();
