import { findForUpdate } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, FileStore, Ids, Log } from '../../ports';
import { recordEvent } from '../audit';
import { ClaimEntity } from '../claims';
import { DocumentEntity, forgetDocument } from '../documents';
import { forgetRawMail } from '../intake';

const DAY_MS = 86_400_000;
const AT_ONCE = 100;
export const ERASED = 'document.erased';

export interface ErasureParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  log: Log;
  files: Pick<FileStore, 'remove'>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
}

/**
 * Erases copies of identity documents whose purpose has been reached: `idCopy.retentionDays` after their claim closed,
 * and no sooner than a legal hold is released. With a copy goes the raw mail that brought it. The keys are destroyed in
 * the transaction of the audit event; a file that outlives a crash is taken by the sweep of files without a row.
 *
 * @returns how many copies were erased
 * @see docs/rules.md R-24; Law 94-V of 21 May 2013, Art. 12 and 18
 */
export async function eraseIdCopies(parts: ErasureParts): Promise<number> {
  const { uow, clock, files, log } = parts;
  let erased = 0;
  for (;;) {
    const due = await uow.read(async (tx) => dueCopies(tx, await closedBefore(tx, parts)));
    for (const { id } of due) {
      const keys = await uow.write((tx) => eraseCopy(tx, parts, id));
      if (keys.length > 0) erased += 1;
      for (const key of keys) {
        await files.remove(key).catch((error: unknown) => {
          log.warn(
            { documentId: id, cause: String(error) },
            'an erased file is still on the disk, without its key',
          );
        });
      }
    }
    if (due.length < AT_ONCE) break;
  }
  if (erased > 0) log.info({ erased, at: clock.now() }, 'copies of identity documents erased');
  return erased;
}

async function closedBefore(tx: Tx, { clock, loadSettings }: ErasureParts): Promise<number> {
  const now = clock.now();
  const settings = await loadSettings(tx, almatyDate(now));
  return now - settings['idCopy.retentionDays'] * DAY_MS;
}

function dueCopies(tx: Tx, before: number): Promise<{ id: string }[]> {
  return tx
    .createQueryBuilder(DocumentEntity, 'document')
    .innerJoin(ClaimEntity, 'claim', 'claim.id = document.claimId')
    .select('document.id', 'id')
    .where("document.type = 'id_copy' AND document.erasedAt IS NULL")
    .andWhere('claim.closedAt IS NOT NULL AND claim.closedAt <= :before AND claim.heldAt IS NULL', { before })
    .orderBy('document.id')
    .limit(AT_ONCE)
    .getRawMany<{ id: string }>();
}

/** Looked at again with the claim locked: it may have been reopened, held or retyped since. */
async function eraseCopy(tx: Tx, parts: ErasureParts, documentId: string): Promise<string[]> {
  const { clock, ids } = parts;
  const now = clock.now();
  const seen = await tx.findOneByOrFail(DocumentEntity, { id: documentId });
  const claim = await findForUpdate(tx, ClaimEntity, { id: seen.claimId });
  const document = await findForUpdate(tx, DocumentEntity, { id: documentId });
  const before = await closedBefore(tx, parts);
  const closedAt = claim?.closedAt ?? null;
  if (!claim || closedAt === null || closedAt > before || claim.heldAt !== null) return [];
  if (document?.type !== 'id_copy' || document.erasedAt !== null) return [];
  const mailKey = document.messageId === null ? null : await forgetRawMail(tx, document.messageId, now);
  await forgetDocument(tx, document, now);
  await recordEvent(tx, ids, {
    actorId: null,
    action: ERASED,
    resource: 'documents',
    resourceId: document.id,
    claimId: claim.id,
    data: {
      type: document.type,
      contentType: document.contentType,
      sizeBytes: document.sizeBytes,
      sha256: document.sha256,
      closedAt: new Date(closedAt).toISOString(),
      retentionDays: (now - before) / DAY_MS,
      withMail: mailKey !== null,
    },
    at: now,
  });
  return [document.storageKey, ...(mailKey === null ? [] : [mailKey])];
}
