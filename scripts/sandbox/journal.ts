import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Change, LogEntry } from './types';

/** What a line keeps beside its public entry, for rebuilding the state after a restart. */
export type HiddenState = Omit<Change, 'entry'>;
export interface JournalLine {
  entry: LogEntry | null;
  state: HiddenState;
}

/**
 * Append-only NDJSON file. Each line is a log entry (its fields on top) with the state it made under `_state`;
 * a line that only moves state has `_state` alone. Money is on disk before anybody is answered.
 */
export class Journal {
  #file: number | null;

  private constructor(file: number | null) {
    this.#file = file;
  }

  /** Opens the file and reads what it holds; `null` keeps nothing. A line torn by a crash is cut off. */
  static open(path: string | null): { journal: Journal; lines: JournalLine[] } {
    if (path === null) return { journal: new Journal(null), lines: [] };
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+', 0o600);
    const bytes = readFileSync(path);
    const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
    if (wholeBytes < bytes.length) truncateSync(path, wholeBytes);
    const text = bytes.toString('utf8', 0, wholeBytes);
    return { journal: new Journal(file), lines: text.split('\n').filter(Boolean).map(parseLine) };
  }

  append({ entry, state }: JournalLine): void {
    if (this.#file === null) return;
    writeSync(this.#file, `${JSON.stringify({ ...entry, _state: state })}\n`);
    if (state.operations?.length) fsyncSync(this.#file);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function parseLine(line: string): JournalLine {
  const { _state: state, ...entry } = JSON.parse(line) as Partial<LogEntry> & { _state: HiddenState };
  return { entry: entry.seq === undefined ? null : (entry as LogEntry), state };
}
