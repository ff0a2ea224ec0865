import type { Tx } from '../../adapters/db/unit-of-work';
import { DocumentEntity } from './document.entity';

/**
 * Destroys what opens a file and what names it; the row keeps type, size and hash as the proof that it was there.
 * The caller removes the file after the commit.
 */
export async function forgetDocument(
  tx: Tx,
  { id, version }: Pick<DocumentEntity, 'id' | 'version'>,
  now: number,
): Promise<void> {
  await tx.update(
    DocumentEntity,
    { id },
    { wrappedKey: '', name: '', pages: 0, erasedAt: now, version: version + 1 },
  );
}
