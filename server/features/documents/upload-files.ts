import type { Request, RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { PassThrough, type Readable } from 'node:stream';
import { DomainError, InvalidInput, TooLarge } from '../../domain/errors';
import { Unreadable } from '../../http/http-errors';
import type { FileStore } from '../../ports';
import type { IncomingFile } from './take-documents';

const MIB = 1024 * 1024;

/** Limits of one upload, held while it streams. */
export const UPLOAD_LIMITS = { fileBytes: 20 * MIB, requestBytes: 60 * MIB, files: 20 };
/** Multipart headers and the JSON part come on top of the files. */
const ENVELOPE_BYTES = 2 * MIB;
/** Up to this size the bytes stay at hand for inspection; beyond it they go to the disk sealed and are read back. */
const AT_HAND_BYTES = MIB;

/**
 * Middleware that seals each part `files` of a multipart request as it streams; the handler takes them by
 * `uploadedFilesOf`. Other bodies pass untouched. On any refusal nothing stays behind.
 *
 * @throws TooLarge over a limit; Unreadable for a cut or malformed body; InvalidInput for files under another name
 */
export function uploadFiles(files: FileStore): RequestHandler[] {
  const parse = multer({
    storage: sealingStorage(files),
    defParamCharset: 'utf8',
    fileFilter: (_req, file, accept) => {
      if (file.fieldname === FIELD) accept(null, true);
      else
        accept(
          new InvalidInput(`Files come in parts named ${FIELD}`, { errors: { [FIELD]: 'required name' } }),
        );
    },
    limits: {
      fileSize: UPLOAD_LIMITS.fileBytes,
      files: UPLOAD_LIMITS.files,
      fields: 10,
      fieldNameSize: 100,
      fieldSize: MIB,
      parts: UPLOAD_LIMITS.files + 10,
    },
  }).any();

  return [
    refuseByLength,
    (req, res, next) => {
      parse(req, res, (error: unknown) => {
        if (error) next(explain(error));
        else if (namelessFile(req))
          next(new InvalidInput('A file needs a name', { errors: { [FIELD]: 'no name' } }));
        else next();
      });
    },
  ];
}

/** The files that `uploadFiles` sealed for this request. */
export function uploadedFilesOf(req: Request): IncomingFile[] {
  return Array.isArray(req.files) ? req.files.map((file) => (file as SealedPart).incoming) : [];
}

const FIELD = 'files';

/** The form in which multer carries what the engine below made. */
type SealedPart = Express.Multer.File & { incoming: IncomingFile };

/** A declared length over the limit is refused unread; the body is drained so that the sender sees the answer. */
const refuseByLength: RequestHandler = (req, _res, next) => {
  if (Number(req.headers['content-length'] ?? 0) <= UPLOAD_LIMITS.requestBytes + ENVELOPE_BYTES) {
    next();
    return;
  }
  const refuse = () => {
    req.off('end', refuse).off('close', refuse);
    next(tooLarge('request'));
  };
  req.on('end', refuse).on('close', refuse).resume();
};

function sealingStorage(files: FileStore): StorageEngine {
  const totals = new WeakMap<Request, number>();
  const room = (req: Request, bytes: number): boolean => {
    const total = (totals.get(req) ?? 0) + bytes;
    totals.set(req, total);
    return total <= UPLOAD_LIMITS.requestBytes;
  };

  return {
    _handleFile(req, file, done) {
      receive(files, file.stream, (bytes) => room(req, bytes)).then(
        ({ stored, bytes }) => {
          const incoming = { name: file.originalname, declaredType: file.mimetype, stored, bytes };
          done(null, { incoming } as Partial<SealedPart>);
        },
        (error: unknown) => {
          file.stream.resume();
          done(error);
        },
      );
    },
    _removeFile(_req, file, done) {
      const { incoming } = file as Partial<SealedPart>;
      if (!incoming) done(null);
      else files.remove(incoming.stored.storageKey).then(() => done(null), done);
    },
  };
}

/** Small files are collected and sealed in one go; a larger one flows on, so memory stays bounded. */
async function receive(
  files: FileStore,
  source: Readable,
  hasRoom: (bytes: number) => boolean,
): Promise<Pick<IncomingFile, 'stored' | 'bytes'>> {
  const held: Buffer[] = [];
  let heldBytes = 0;
  let flow: PassThrough | undefined;
  let storing: ReturnType<FileStore['put']> | undefined;

  try {
    for await (const part of source as AsyncIterable<Buffer>) {
      if (!hasRoom(part.length)) throw tooLarge('request');
      if (flow) {
        await passOn(flow, part);
        continue;
      }
      held.push(part);
      heldBytes += part.length;
      if (heldBytes > AT_HAND_BYTES) {
        flow = new PassThrough();
        storing = files.put(flow);
        storing.catch(() => undefined);
        await passOn(flow, Buffer.concat(held.splice(0)));
      }
    }
  } catch (error) {
    flow?.destroy(error instanceof Error ? error : new Error('upload failed'));
    // The store's own refusal (a full disk) says more than the broken pipe that follows from it.
    if (storing) await storing;
    throw error;
  }
  if (flow && storing) {
    flow.end();
    return { stored: await storing, bytes: null };
  }
  const bytes = Buffer.concat(held, heldBytes);
  return { stored: await files.put(bytes), bytes };
}

function passOn(flow: PassThrough, part: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    flow.write(part, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** A part `files` without a file name arrives as a text field. */
function namelessFile(req: Request): boolean {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null && FIELD in body;
}

const tooLarge = (what: string) =>
  new TooLarge('At most 20 files of 20 MB each and 60 MB together are accepted', { what, ...UPLOAD_LIMITS });

/** Limits are 413, the rest of what multer finds is a body that cannot be read. */
function explain(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof MulterError && error.code.startsWith('LIMIT_')) return tooLarge(error.code);
  return new Unreadable('The multipart body cannot be read');
}
