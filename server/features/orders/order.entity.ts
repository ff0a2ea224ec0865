import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';

/** What was bought: the lines that a claim points at. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(64, { unique: true }) number!: string;
  @TextColumn(200) customerName!: string;
  /** Folded name, for `q`. */
  @Index() @TextColumn(200) searchName!: string;
  @Index()
  @TextColumn(254, { nullable: true })
  customerEmail!: string | null;
  @TextColumn(20, { nullable: true }) customerPhone!: string | null;
  @TextColumn(3) currency!: string;
  @MinorColumn() deliveryFeeMinor!: number;
  /** Discount on the order as a whole, shared out over the lines when a part is returned. */
  @MinorColumn() discountMinor!: number;
  /** Sum of lines less discounts plus delivery. */
  @MinorColumn() totalMinor!: number;
  @InstantColumn() placedAt!: number;
  @DateColumn({ nullable: true }) handedOverOn!: string | null;
  @TextColumn(8) source!: 'csv' | 'api' | 'hand';
  @InstantColumn() createdAt!: number;
  @CountColumn() version!: number;
}

@Entity('order_lines')
export class OrderLineEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @Index() @IdColumn() orderId!: string;
  @CountColumn() position!: number;
  @TextColumn(300) title!: string;
  @CountColumn() quantity!: number;
  @MinorColumn() unitMinor!: number;
  /** Discount on the whole line. */
  @MinorColumn() discountMinor!: number;
  /** Category as in docs/rules.md; decides the exceptions of Art. 30. */
  @TextColumn(40) category!: string;
  @FlagColumn() individuallyDefined!: boolean;
}
