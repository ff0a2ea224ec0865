import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, TextColumn } from '../../adapters/db/columns';
import type { Language } from '../../domain/claim';

/** A person who writes to the shop. */
@Entity('customers')
@Index('customers_by_beginning', { synchronize: false })
export class CustomerEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(200) name!: string;
  /** Lower case; null for a customer without a mail address (letters are printed). */
  @Index()
  @TextColumn(254, { nullable: true })
  email!: string | null;
  /** E.164. */
  @TextColumn(20, { nullable: true }) phone!: string | null;
  /** The language chosen by the customer or by staff; null while unsure (letters go out in kk and ru). */
  @TextColumn(2, { nullable: true }) language!: Language | null;
  /** Folded name, for `q`. */
  @TextColumn(200) searchName!: string;
  @InstantColumn() createdAt!: number;
  @CountColumn() version!: number;
}
