import type { DocumentProblem, FileInspection, PageImage } from '../../ports';

/** What the parent asks of the rendering process; bytes travel by structured clone. */
export type RenderRequest =
  | { op: 'inspect'; bytes: Uint8Array; limits: FileLimits }
  | { op: 'page'; bytes: Uint8Array; page: number; limits: FileLimits; watermark: string | null };

export type RenderReply =
  | { op: 'inspected'; inspection: FileInspection }
  | { op: 'drawn'; image: PageImage }
  | { op: 'refused'; problem: DocumentProblem };

/** Caps that hold before anything is decoded. */
export interface FileLimits {
  /** Width × height of a picture. */
  maxPixels: number;
  maxPages: number;
  /** Page images are drawn no wider than this. */
  maxWidth: number;
  /** How much text of a PDF is worth reading for its type, in characters. */
  maxText: number;
}

export const FILE_LIMITS: FileLimits = {
  maxPixels: 50_000_000,
  maxPages: 100,
  maxWidth: 1600,
  maxText: 20_000,
};

/** A refusal of this file, as opposed to a failure of ours. */
export class FileRefused extends Error {
  constructor(readonly problem: DocumentProblem) {
    super(problem);
  }
}
