import { isClosed } from '../../domain/claim';
import { IllegalMove } from '../../domain/errors';
import { keepDocuments, type PreparedDocument } from '../documents';
import type { ClaimParts } from './claim-parts';
import type { Act } from './run-verb';

/** Files that staff add; what is missing and the clocks follow from them. @throws IllegalMove when it is closed */
export async function addDocuments(
  parts: ClaimParts,
  act: Act,
  files: PreparedDocument[],
  origin: { requestId: string; address: string },
): Promise<void> {
  const { tx, claim, actor, now, event } = act;
  if (isClosed(claim.state))
    throw new IllegalMove('The claim is closed', { current: claim.state, move: 'documents' });
  const kept = await keepDocuments(tx, parts.ids, files, {
    claimId: claim.id,
    messageId: null,
    actorId: actor.id,
    requestId: origin.requestId,
    address: origin.address,
    at: now,
  });
  await event('documents_added', { documents: kept.map(({ id, type }) => ({ id, type })) });
}
