import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { DocumentType } from '../../domain/claim';
import { NotFound, StaleVersion } from '../../domain/errors';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { DocumentEntity } from './document.entity';
import { presentDocument } from './present-document';

/** Called in the transaction in which the documents of a claim changed. */
export type DocumentsChanged = (tx: Tx, change: { claimId: string }) => Promise<void>;

export interface RetypeRequest {
  id: string;
  version: number;
  type: DocumentType | undefined;
  origin: { actorId: string; requestId: string; address: string };
}

/**
 * Changes what a document counts as; the claim then recounts what it lacks.
 * @throws NotFound; StaleVersion with the current row
 */
export function makeRetypeDocument(deps: {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  documentsChanged: DocumentsChanged;
}): (request: RetypeRequest) => Promise<DocumentEntity> {
  const { uow, clock, ids, documentsChanged } = deps;
  return ({ id, version, type, origin }) =>
    uow.write(async (tx) => {
      const row = await tx.findOneBy(DocumentEntity, { id });
      if (!row) throw new NotFound('No such document');
      const next = type ?? row.type;
      const { affected } = await tx.update(
        DocumentEntity,
        { id, version },
        { type: next, version: version + 1 },
      );
      if (affected !== 1) {
        throw new StaleVersion('Someone else changed this document', { current: presentDocument(row) });
      }
      if (next !== row.type) {
        const at = clock.now();
        await recordEvent(tx, ids, {
          ...origin,
          action: 'document.retyped',
          resource: 'documents',
          resourceId: id,
          claimId: row.claimId,
          data: { from: row.type, to: next },
          at,
        });
        await documentsChanged(tx, { claimId: row.claimId });
      }
      return { ...row, type: next, version: version + 1 };
    });
}
