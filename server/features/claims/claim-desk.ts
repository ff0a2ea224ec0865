import { NotFound } from '../../domain/errors';
import type { Actor } from '../../http/route';
import { ClaimEntity } from './claim.entity';
import type { ClaimParts } from './claim-parts';
import { CreateBody } from './claims.schema';
import { claimVerbs } from './claims.verbs';
import { makeCreateClaim } from './create-claim';
import type { AttachedFile, IncomingFile } from '../documents';
import { writeOnce } from './run-verb';

/** The acts of staff without HTTP, with the same checks, letters and audit. A repeated command changes nothing. */
export interface ClaimDesk {
  /** Enters a claim with its files; answers its id. `input` is the body of `POST /api/claims`. */
  open(input: object, files: AttachedFile[], actor: Actor): Promise<string>;
  /** One verb on a claim as it stands; `body` lacks only the version. */
  act(claimId: string, verb: string, body: { commandId: string }, actor: Actor): Promise<void>;
}

const ORIGIN = { requestId: '', address: '' };

export function makeClaimDesk(parts: ClaimParts): ClaimDesk {
  const { uow, files: store, documentDesk } = parts;
  const createClaim = makeCreateClaim(parts);
  const verbs = new Map(claimVerbs(parts).map((verb) => [verb.verb, verb]));

  async function versionOf(claimId: string): Promise<number> {
    const claim = await uow.read((tx) => tx.findOneBy(ClaimEntity, { id: claimId }));
    if (!claim) throw new NotFound('No such claim');
    return claim.version;
  }

  async function incoming({ name, declaredType, content }: AttachedFile): Promise<IncomingFile> {
    return { name, declaredType, stored: await store.put(content), bytes: content };
  }

  return {
    async open(input, files, actor) {
      const body = CreateBody.parse(input);
      const by = { actor, origin: { actorId: actor.id, ...ORIGIN } };
      const answer = await documentDesk.withUploads(await Promise.all(files.map(incoming)), (prepared) =>
        writeOnce(uow, (tx) => createClaim(tx, body, prepared, by)),
      );
      return (answer.body as { id: string }).id;
    },
    async act(claimId, verb, body, actor) {
      const known = verbs.get(verb);
      if (!known) throw new NotFound(`No verb ${verb}`);
      const call = { claimId, actor, origin: { actorId: actor.id, ...ORIGIN } };
      await known.perform(call, { ...body, version: await versionOf(claimId) });
    },
  };
}
