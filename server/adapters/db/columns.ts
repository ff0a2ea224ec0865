import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** PostgreSQL hands bigint over as text; every bigint of ours fits a safe integer. */
const safeInteger: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** JSON kept as text, so that both databases store and compare the same bytes. */
const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

type Extra = Pick<ColumnOptions, 'nullable' | 'unique' | 'default'>;

/** A UUIDv7 or another opaque id. */
export const IdColumn = (extra: Extra = {}) => Column({ type: 'varchar', length: 36, ...extra });
/** Short text with a declared limit. */
export const TextColumn = (length: number, extra: Extra = {}) =>
  Column({ type: 'varchar', length, ...extra });
/** Text without a useful limit. */
export const LongTextColumn = (extra: Extra = {}) => Column({ type: 'text', ...extra });
/** An instant: UTC milliseconds; text dates compare wrongly on SQLite. */
export const InstantColumn = (extra: Extra = {}) =>
  Column({ type: 'bigint', transformer: safeInteger, ...extra });
/** Integer minor units (tiyn), or any other integer beyond 2^31. */
export const MinorColumn = (extra: Extra = {}) =>
  Column({ type: 'bigint', transformer: safeInteger, ...extra });
/** A calendar date of Almaty, `YYYY-MM-DD`. */
export const DateColumn = (extra: Extra = {}) => Column({ type: 'varchar', length: 10, ...extra });
/** A small integer: versions, counters, positions. */
export const CountColumn = (extra: Extra = {}) => Column({ type: 'integer', ...extra });
export const FlagColumn = (extra: Extra = {}) => Column({ type: 'boolean', ...extra });
/** A small structure that is never searched inside. */
export const JsonColumn = (extra: Extra = {}) => Column({ type: 'text', transformer: json, ...extra });
