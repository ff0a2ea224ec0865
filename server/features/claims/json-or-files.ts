import type { Request, RequestHandler } from 'express';
import { bodyReaders } from '../../http/body';
import { Unreadable } from '../../http/http-errors';
import type { RouteSpec } from '../../http/route';
import { assertStorable } from '../../http/storable';
import type { FileStore } from '../../ports';
import { uploadFiles } from '../documents';

/** Reads a request that is the JSON itself, or a multipart form with that JSON as a part and files beside it. */
export function jsonOrFiles(files: FileStore, route: Pick<RouteSpec, 'method' | 'path'>): RequestHandler[] {
  const asJson = bodyReaders({ ...route, access: 'session', summary: '', handler: () => undefined });
  const unlessForm = asJson.map<RequestHandler>((reader) => (req, res, next) => {
    if (req.is('multipart/form-data')) next();
    else void reader(req, res, next);
  });
  return [...unlessForm, ...uploadFiles(files)];
}

/**
 * The JSON of such a request.
 * @throws Unreadable when the part is missing or no JSON
 */
export function jsonPartOf(req: Request, part: string): unknown {
  if (!req.is('multipart/form-data')) return req.body as unknown;
  const text = formFieldsOf(req)[part];
  if (typeof text !== 'string') throw new Unreadable(`The part ${part} is missing`);
  const value = parse(part, text);
  assertStorable(value);
  return value;
}

/** Text fields of a multipart form, as text that both databases can keep. */
export function formFieldsOf(req: Request): Record<string, unknown> {
  const fields = { ...(req.body as Record<string, unknown> | undefined) };
  assertStorable(fields);
  return fields;
}

function parse(part: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable(`The part ${part} is no JSON`);
  }
}
