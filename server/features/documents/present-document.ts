import type { DocumentType } from '../../domain/claim';
import type { DocumentEntity } from './document.entity';

/** A document as the API shows it: facts about the file, never where it lies or what opens it. */
export interface DocumentView {
  id: string;
  claimId: string;
  messageId: string | null;
  type: DocumentType;
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  /** Page images that can be asked for. */
  pages: number;
  /** Why there are none, or why a person should look twice. */
  problem: string | null;
  uploadedById: string | null;
  createdAt: string;
  erasedAt: string | null;
  version: number;
}

export function presentDocument(row: DocumentEntity): DocumentView {
  const {
    id,
    claimId,
    messageId,
    type,
    name,
    contentType,
    sizeBytes,
    sha256,
    pages,
    problem,
    uploadedById,
    version,
  } = row;
  const createdAt = new Date(row.createdAt).toISOString();
  const erasedAt = row.erasedAt === null ? null : new Date(row.erasedAt).toISOString();
  return {
    id,
    claimId,
    messageId,
    type,
    name,
    contentType,
    sizeBytes,
    sha256,
    pages,
    problem,
    uploadedById,
    createdAt,
    erasedAt,
    version,
  };
}
