import { z } from 'zod';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { LANGUAGES, type Language } from '../../domain/claim';
import { NotFound } from '../../domain/errors';
import type { RouteSpec } from '../../http/route';
import { ClaimEntity } from '../claims';
import { letterFactsOf } from './letter-facts';
import { LetterParams } from './letter-params';
import { asksForApplication, languagesOf, type LetterParts, writeLetter } from './queue-letter';

/** A letter that a person is about to cause; nothing is sent or kept. */
const PreviewBody = LetterParams.pick({
  items: true,
  note: true,
  text: true,
  reasonCode: true,
  amountMinor: true,
  refunds: true,
  paymentId: true,
}).extend({
  kind: z.enum([
    'deficiency',
    'decision_refund',
    'decision_reject',
    'withdrawal',
    'closing',
    'payment_failed',
    'reply',
  ]),
});

/** How a letter of a claim would read, in each language, before anybody sends it. */
export function previewRoutes(parts: LetterParts & { uow: UnitOfWork }): RouteSpec[] {
  return [
    {
      method: 'post',
      path: '/api/claims/:id/letter-preview',
      access: 'claims.work',
      summary: 'A letter as it would be sent, in each language; nothing is sent',
      body: PreviewBody,
      handler: async (req, res) => {
        const { kind, ...params } = PreviewBody.parse(req.body);
        const id = String(req.params.id);
        const answer = await parts.uow.read(async (tx) => {
          const claim = await tx.findOneBy(ClaimEntity, { id });
          if (!claim) throw new NotFound('No such claim');
          const letter = { kind, claim, dedupKey: '', params, authorId: null, now: parts.clock.now() };
          const facts = await letterFactsOf(tx, parts, letter);
          const one = (language: Language) => {
            const { subject, text } = writeLetter([language], facts);
            return { language, subject, text };
          };
          return {
            to: facts.email,
            sends: languagesOf(claim),
            withBlank: asksForApplication(facts),
            letters: LANGUAGES.map(one),
          };
        });
        res.json(answer);
      },
    },
  ];
}
