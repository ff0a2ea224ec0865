import { readFile } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import { NotFound } from '../../domain/errors';
import type { RouteSpec } from '../../http/route';
import { makePageNonce, nonceOf, pageHeaders } from '../../http/security-headers';
import type { Ids } from '../../ports';
import { openApiOf } from './openapi';

/** Files of swagger-ui that the page needs, by the name in their address. */
const FILES: Record<string, { module: string; type: string }> = {
  'swagger-ui.css': { module: 'swagger-ui-dist/swagger-ui.css', type: 'text/css' },
  'swagger-ui-bundle.js': { module: 'swagger-ui-dist/swagger-ui-bundle.js', type: 'text/javascript' },
};

const START_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: false });\n`;

const page = (nonce: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="csp-nonce" content="${nonce}">
    <title>Qaitarym API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** The API described from its own schemas, with a page to read it; scripts are files, so the CSP stays strict. */
export function docsRoutes(parts: {
  routes: () => readonly RouteSpec[];
  version: string;
  ids: Ids;
}): RouteSpec[] {
  let description: Record<string, unknown> | undefined;
  const before: RequestHandler[] = [makePageNonce(() => parts.ids.token(16)), pageHeaders()];
  return [
    {
      method: 'get',
      path: '/api/openapi.json',
      access: 'public',
      summary: 'This description',
      handler: (_req, res) => {
        description ??= openApiOf(parts.routes(), parts.version);
        res.json(description);
      },
    },
    {
      method: 'get',
      path: '/api/docs',
      access: 'public',
      summary: 'This description as a page',
      before,
      handler: (_req, res) => {
        res.type('html').send(page(nonceOf(res)));
      },
    },
    {
      method: 'get',
      path: '/api/docs/:file',
      access: 'public',
      summary: 'Files of the page',
      handler: async (req, res) => {
        const name = String(req.params.file);
        if (name === 'start.js') {
          res.type('text/javascript').send(START_SCRIPT);
          return;
        }
        const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
        if (!file) throw new NotFound('There is no such file');
        res.type(file.type).send(await readFile(require.resolve(file.module)));
      },
    },
  ];
}
