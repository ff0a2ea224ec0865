import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { DocumentType } from '../../domain/claim';
import { InvalidInput, TooLarge, UnsupportedFile } from '../../domain/errors';
import type { DocumentProblem, DocumentRenderer, FileStore, SealedFileRef } from '../../ports';
import { agreesWithContent } from './declared-kind';
import { cleanFileName } from './file-name';
import { guessDocumentType } from './guess-type';
import { documentIdOf, knownStorageKeys } from './keep-documents';

/** A file sealed and inspected, whose row does not stand yet. */
export interface PreparedDocument extends SealedFileRef {
  id: string;
  type: DocumentType;
  name: string;
  contentType: string;
  pages: number;
  problem: DocumentProblem | null;
  /** Text of a PDF: a personal value, kept by nobody unless sealed. */
  text: string;
}

/** A file as it came, already sealed. */
export interface IncomingFile {
  name: string;
  declaredType: string;
  stored: SealedFileRef;
  /** The plain bytes while they are at hand; large files are read back instead. */
  bytes: Buffer | null;
}

/** An attachment of a mail or form, in memory. */
export interface AttachedFile {
  name: string;
  declaredType: string;
  content: Buffer;
}

export interface DocumentDesk {
  /**
   * Inspects uploaded files and hands them to `use`; afterwards no file is left that no row names, whatever happened.
   * One refused file refuses all.
   * @throws UnsupportedFile, TooLarge, InvalidInput for the first file that is not acceptable
   */
  withUploads<T>(files: IncomingFile[], use: (prepared: PreparedDocument[]) => Promise<T>): Promise<T>;
  /** The same for attachments, of which none is refused: what cannot be shown is kept as `other` with its problem. */
  withAttachments<T>(files: AttachedFile[], use: (prepared: PreparedDocument[]) => Promise<T>): Promise<T>;
}

/** Unknown bytes are never given a type that a browser would open. */
const OPAQUE = 'application/octet-stream';

/** The way of every file into a claim: sealed, inspected, named and typed, before its row. */
export function makeDocumentDesk(deps: {
  uow: UnitOfWork;
  files: FileStore;
  renderer: DocumentRenderer;
}): DocumentDesk {
  const { uow, files, renderer } = deps;

  async function prepare(file: IncomingFile): Promise<PreparedDocument> {
    const { stored, declaredType } = file;
    const name = cleanFileName(file.name);
    const found = await renderer.inspect(file.bytes ?? (await files.read(stored)));
    const base = { id: documentIdOf(stored.storageKey), ...stored, name };
    if (found.problem)
      return { ...base, type: 'other', contentType: OPAQUE, pages: 0, problem: found.problem, text: '' };
    const { contentType, pages, text } = found;
    const agrees = agreesWithContent(contentType, name, declaredType);
    const type = agrees ? guessDocumentType(name, text) : 'other';
    return { ...base, type, contentType, pages, problem: agrees ? null : 'name-disagrees', text };
  }

  /** Asked of the committed rows, not of our own course: a transaction may have failed after its inserts. */
  async function removeUnnamed(stored: SealedFileRef[]): Promise<void> {
    const keys = stored.map(({ storageKey }) => storageKey);
    const known = await uow.read((tx: Tx) => knownStorageKeys(tx, keys));
    await Promise.all(keys.filter((key) => !known.has(key)).map((key) => files.remove(key)));
  }

  async function settle<T>(stored: SealedFileRef[], act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } finally {
      // What cannot be removed now is removed by the sweep; the answer must not turn into an error for it.
      if (stored.length > 0) await removeUnnamed(stored).catch(() => undefined);
    }
  }

  return {
    withUploads: (incoming, use) =>
      settle(
        incoming.map(({ stored }) => stored),
        async () => {
          const prepared: PreparedDocument[] = [];
          for (const file of incoming) {
            const document = await prepare(file);
            if (document.problem) throw refusal(document.problem);
            prepared.push(document);
          }
          return use(prepared);
        },
      ),
    withAttachments: (attached, use) => {
      const stored: SealedFileRef[] = [];
      return settle(stored, async () => {
        const prepared: PreparedDocument[] = [];
        for (const { name, declaredType, content } of attached) {
          const ref = await files.put(content);
          stored.push(ref);
          prepared.push(await prepare({ name, declaredType, stored: ref, bytes: content }));
        }
        return use(prepared);
      });
    },
  };
}

/** What the sender reads; the name of the file stays out of it, names are personal. */
function refusal(problem: DocumentProblem): Error {
  switch (problem) {
    case 'not-allowed-kind':
      return new UnsupportedFile('Only PDF, JPEG, PNG, HEIC and WebP files are accepted', { problem });
    case 'name-disagrees':
      return new UnsupportedFile('The name or declared type of the file says another kind than its content', {
        problem,
      });
    case 'too-many-pixels':
    case 'too-many-pages':
      return new TooLarge('The picture has too many pixels or the document too many pages', { problem });
    default:
      return new InvalidInput('The file cannot be opened', { problem, errors: { files: problem } });
  }
}
