import type { ReactNode } from 'react';
import type { RaRecord } from 'react-admin';

/** One column: what it shows and how. Its heading is `records.field.<source>` unless `label` says otherwise. */
export interface Column {
  source: string;
  as?: 'money' | 'instant' | 'day';
  label?: string;
  /** The server cannot sort by it. */
  unsorted?: boolean;
  render?: (record: RaRecord) => ReactNode;
  /**
   * Where it stands on a phone, where a row is a card: its first line, the sum beside it, a line under it, or a
   * word at the foot. Columns without a place are left out there.
   */
  card?: 'title' | 'side' | 'line' | 'foot';
  /** At most so wide, in px; longer text ends with an ellipsis and its tooltip. */
  width?: number;
}

/** A way to narrow a list. */
export type Filter =
  | { kind: 'choice'; field: string; values: readonly string[]; words: string; label?: string }
  | { kind: 'flag'; field: string; words: string; label?: string }
  | { kind: 'person'; field: string; label?: string }
  | { kind: 'dates'; field: string; as: 'instant' | 'day'; label?: string };
