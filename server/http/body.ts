import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { Unreadable, UnsupportedMediaType } from './http-errors';
import type { RouteSpec } from './route';
import { assertStorable } from './storable';

const JSON_LIMIT = '1mb';
const WEBHOOK_LIMIT = '256kb';

/**
 * What must run before the handler so that `req.body` is what the route declares: checked JSON, or the raw
 * bytes as a Buffer for `/webhooks` (signatures are over bytes). Multipart is read by the route's own parser.
 */
export function bodyReaders(route: RouteSpec): RequestHandler[] {
  if (route.method === 'get' || route.multipart === true || route.bodyType === 'own') return [];
  return route.path.startsWith('/webhooks') ? [rawBody] : [onlyJson, jsonBody, storableBody];
}

const rawBody = express.raw({ type: () => true, limit: WEBHOOK_LIMIT, inflate: false });

/** Readable but invalid JSON such as `5` is for the schema to refuse (422), hence not strict. */
const jsonBody = express.json({
  limit: JSON_LIMIT,
  strict: false,
  inflate: false,
  verify: (_req, _res, bytes, encoding) => {
    // The parser would put U+FFFD for broken bytes and store what nobody wrote.
    if (encoding.toLowerCase() !== 'utf-8' || !isUtf8(bytes)) throw new Unreadable('The body is no UTF-8');
  },
});

/** A browser sends any other type across sites without asking first (checklist A10). */
const onlyJson: RequestHandler = (req, _res, next) => {
  const hasBody =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (hasBody && !req.is('application/json')) throw new UnsupportedMediaType('Send application/json');
  next();
};

const storableBody: RequestHandler = (req, _res, next) => {
  if (req.body !== undefined) assertStorable(req.body);
  next();
};
