import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const NEVER = ["'none'"];

const shared = {
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
} as const;

/** Headers of every answer that is data: nothing in it may run or be framed. */
export function dataHeaders(): RequestHandler {
  return helmet({
    ...shared,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: NEVER, baseUri: NEVER, formAction: NEVER, frameAncestors: NEVER },
    },
  });
}

/**
 * Headers of a page. Scripts come from our own files alone; styles also from elements that carry the
 * request's nonce (emotion makes them), which `nonceOf` hands to the template.
 */
export function pageHeaders(): RequestHandler {
  return helmet({
    ...shared,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res as Response)}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: NEVER,
        baseUri: NEVER,
        frameAncestors: NEVER,
        formAction: ["'self'"],
      },
    },
  });
}

/** Nonce of this answer; set by `makePageNonce` before the headers. */
export function nonceOf(res: Response): string {
  return String(res.locals.cspNonce ?? '');
}

/** Gives each page a nonce of 128 random bits. */
export function makePageNonce(token: () => string): RequestHandler {
  return (_req, res, next) => {
    res.locals.cspNonce = token();
    next();
  };
}
