import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { SqlPart } from '../adapters/db/find-rows';
import type { Tx } from '../adapters/db/unit-of-work';

/**
 * Conditions of a list as they come together: texts of ours with `row.<property>` and `:name`, values apart. The query
 * builder's language without its price.
 */
export class ListConditions {
  private readonly parts: { condition: string; named: Record<string, unknown> }[] = [];

  /** @param postgres - the engine, for the few words that differ */
  constructor(
    private readonly metadata: Pick<EntityMetadata, 'findColumnWithPropertyName'>,
    private readonly postgres: boolean,
  ) {}

  /** The column compared by its code points, as ranges of beginnings need it; SQLite knows no other way. */
  byCodePoints(column: string): string {
    return this.postgres ? `${column} COLLATE "C"` : column;
  }

  /** `:...name` stands for a list of values. */
  andWhere(condition: string, named: Record<string, unknown> = {}): this {
    this.parts.push({ condition, named });
    return this;
  }

  copy(): ListConditions {
    const copy = new ListConditions(this.metadata, this.postgres);
    copy.parts.push(...this.parts);
    return copy;
  }

  /** Database type of a property. */
  typeOf(property: string): unknown {
    return this.metadata.findColumnWithPropertyName(property)?.type;
  }

  /** Quoted column of a property. @throws Error for a property that the entity has not */
  column(property: string): string {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`No property ${property}`);
    return `"row"."${column.databaseName}"`;
  }

  /**
   * `WHERE …`, or nothing.
   *
   * @param taken - how many values come before these in the statement
   */
  where(taken = 0): SqlPart {
    const values: unknown[] = [];
    const place = (value: unknown) => `$${String(taken + values.push(value))}`;
    const parts = this.parts.map(({ condition, named }) => {
      const withColumns = condition.replace(/\brow\.(\w+)/g, (_all, property: string) =>
        this.column(property),
      );
      return withColumns.replace(/(?<!:):(\.\.\.)?(\w+)/g, (_all, many: string | undefined, name: string) => {
        if (!Object.hasOwn(named, name)) throw new Error(`No value for :${name}`);
        const value = named[name];
        return (many === undefined ? [value] : (value as unknown[])).map(place).join(', ');
      });
    });
    return { sql: parts.length === 0 ? '' : `WHERE (${parts.join(') AND (')})`, values };
  }
}

/** Conditions over an entity, in the words of its database. */
export function conditionsOn(tx: Tx, entity: EntityTarget<ObjectLiteral>): ListConditions {
  return new ListConditions(tx.connection.getMetadata(entity), tx.connection.options.type === 'postgres');
}
