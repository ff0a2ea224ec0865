import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { DocumentType } from '../../domain/claim';

/** A file of a claim: sealed on disk, described here. */
@Entity('documents')
@Index(['claimId', 'createdAt'])
export class DocumentEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() claimId!: string;
  /** The message that brought it; null for an upload by staff. */
  @IdColumn({ nullable: true }) messageId!: string | null;
  @TextColumn(12) type!: DocumentType;
  /** A label only: normalised, no path, at most 200 characters. */
  @TextColumn(200) name!: string;
  /** Found in the content, not taken from the sender. */
  @TextColumn(100) contentType!: string;
  @MinorColumn() sizeBytes!: number;
  /** Of the plain bytes, hex. */
  @Index() @TextColumn(64) sha256!: string;
  @TextColumn(80) storageKey!: string;
  @LongTextColumn() wrappedKey!: string;
  /** Page images that can be shown; 0 for a file that does not decode. */
  @CountColumn() pages!: number;
  /** Why no page can be shown: a stable code, or null. */
  @TextColumn(40, { nullable: true }) problem!: string | null;
  @IdColumn({ nullable: true }) uploadedById!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) erasedAt!: number | null;
  @CountColumn() version!: number;
}
