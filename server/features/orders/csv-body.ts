import { raw, type Request, type RequestHandler } from 'express';
import multer from 'multer';
import { InvalidInput } from '../../domain/errors';

const MAX_BYTES = 10 * 1024 * 1024;

const rawCsv = raw({ type: ['text/csv', 'text/plain', 'application/csv'], limit: MAX_BYTES });
const multipartCsv = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 10, parts: 12 },
}).any();

/** Takes the file as `text/csv` or as the only file of a multipart form, up to 10 MB. */
export const csvBody: RequestHandler = (req, res, next) => {
  if (req.is('multipart/form-data')) void multipartCsv(req, res, next);
  else rawCsv(req, res, next);
};

/** @throws InvalidInput when the request carried no file */
export function csvOf(req: Request): Buffer {
  const [file] = Array.isArray(req.files) ? req.files : [];
  if (file) return file.buffer;
  if (Buffer.isBuffer(req.body)) return req.body;
  throw new InvalidInput('Send the file as text/csv or as a multipart file', {
    errors: { file: 'is missing' },
  });
}
