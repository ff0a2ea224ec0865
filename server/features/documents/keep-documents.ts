import { In, IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { Ids } from '../../ports';
import { recordEvent } from '../audit';
import { DocumentEntity } from './document.entity';
import type { PreparedDocument } from './take-documents';

/** Who brought the files, and to which claim. */
export interface DocumentOrigin {
  claimId: string;
  /** The message they were attached to. */
  messageId: string | null;
  /** The member of staff who uploaded them. */
  actorId: string | null;
  requestId?: string;
  address?: string;
  at: number;
}

/** Writes rows and audit events of prepared files, in the transaction of the claim's change. */
export async function keepDocuments(
  tx: Tx,
  ids: Ids,
  prepared: PreparedDocument[],
  origin: DocumentOrigin,
): Promise<DocumentEntity[]> {
  const { claimId, messageId, actorId, requestId, address, at } = origin;
  const rows = prepared.map(({ text: _text, ...file }) =>
    tx.create(DocumentEntity, {
      ...file,
      claimId,
      messageId,
      uploadedById: actorId,
      createdAt: at,
      erasedAt: null,
      version: 1,
    }),
  );
  for (const row of rows) {
    await tx.insert(DocumentEntity, row);
    const { id, type, contentType, sizeBytes, sha256, problem } = row;
    await recordEvent(tx, ids, {
      actorId,
      action: 'document.added',
      resource: 'documents',
      resourceId: id,
      claimId,
      data: { type, contentType, sizeBytes, sha256, problem },
      requestId,
      address,
      at,
    });
  }
  return rows;
}

/** A document carries the name of its file as id, so that the sweep finds rows by their primary key. */
export function documentIdOf(storageKey: string): string {
  return storageKey.slice(storageKey.indexOf('/') + 1);
}

/** Which of these storage keys a document names; for the sweep of files without a row. */
export async function knownStorageKeys(tx: Tx, storageKeys: string[]): Promise<Set<string>> {
  const rows = await tx.find(DocumentEntity, {
    select: { storageKey: true },
    where: { id: In(storageKeys.map(documentIdOf)), erasedAt: IsNull() },
  });
  return new Set(rows.map((row) => row.storageKey));
}
