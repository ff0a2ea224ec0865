import { z } from 'zod';
import { DOCUMENT_TYPES } from '../../domain/claim';

const readOnly = z.unknown().optional();

/** What staff may change on a document: its type. Known read-only fields pass and are ignored, others are refused. */
export const DocumentBody = z.strictObject({
  version: z.int32().positive(),
  type: z.enum(DOCUMENT_TYPES).optional(),
  id: readOnly,
  claimId: readOnly,
  messageId: readOnly,
  name: readOnly,
  contentType: readOnly,
  sizeBytes: readOnly,
  sha256: readOnly,
  pages: readOnly,
  problem: readOnly,
  uploadedById: readOnly,
  createdAt: readOnly,
  erasedAt: readOnly,
});

/** Why somebody looks; a code or a few words, written to the audit trail for copies of identity documents. */
export const ViewQuery = z.object({
  purpose: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}]{1,100}$/u)
    .default('review'),
});

export const PageNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);
