import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';
import { MethodNotAllowed } from './http-errors';
import { knownOf } from './route';
import { nonceOf } from './security-headers';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.js', '.css', '.svg', '.json', '.txt']);
const NONCE_MARK = '__CSP_NONCE__';
/** Vite puts a hash of the content into the names in this folder. */
const HASHED = '/assets/';

interface Asset {
  type: string;
  cache: string;
  plain: Buffer;
  /** Made on first demand unless the build left `.br` or `.gz` beside the file. */
  packed: Partial<Record<'br' | 'gzip', Promise<Buffer>>>;
  compressible: boolean;
  /** Pages get the request's nonce and are never kept. */
  page: string | undefined;
}

/**
 * Hands out a built folder from memory. Only what lay in it at the start has an address, so no path of a
 * request ever reaches the disk.
 *
 * @param aliases - further addresses of pages, such as `/` → `/index.html`
 */
export function staticUi(
  folder: string,
  aliases: Record<string, string> = { '/': '/index.html' },
): RequestHandler {
  const assets = readAssets(folder);
  for (const [address, page] of Object.entries(aliases)) {
    const asset = assets.get(page);
    if (asset) assets.set(address, asset);
  }
  return async (req, res, next) => {
    const asset = assets.get(req.path);
    if (!asset) {
      next();
      return;
    }
    knownOf(req).routePath = 'static';
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      throw new MethodNotAllowed(`${req.method} is not possible here`);
    }
    res.setHeader('Content-Type', asset.type);
    res.setHeader('Cache-Control', asset.cache);
    const body =
      asset.page === undefined
        ? await negotiate(req.headers['accept-encoding'], asset, res)
        : withNonce(asset.page, res);
    res.setHeader('Content-Length', body.length);
    res.end(req.method === 'HEAD' ? undefined : body);
  };
}

function withNonce(page: string, res: Response): Buffer {
  return Buffer.from(page.replaceAll(NONCE_MARK, nonceOf(res)));
}

async function negotiate(accepted: string | undefined, asset: Asset, res: Response): Promise<Buffer> {
  if (!asset.compressible) return asset.plain;
  res.setHeader('Vary', 'Accept-Encoding');
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepted ?? ''),
  );
  if (!encoding) return asset.plain;
  res.setHeader('Content-Encoding', encoding);
  asset.packed[encoding] ??= pack(encoding, asset.plain);
  return asset.packed[encoding];
}

function pack(encoding: 'br' | 'gzip', bytes: Buffer): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!existsSync(folder)) return assets;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name);
    const type = TYPES[extension];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, file).split(sep).join('/')}`;
    assets.set(address, readAsset(file, address, type, COMPRESSED.has(extension)));
  }
  return assets;
}

function readAsset(file: string, address: string, type: string, compressible: boolean): Asset {
  const plain = readFileSync(file);
  const ready = (ending: string) =>
    existsSync(`${file}${ending}`) ? Promise.resolve(readFileSync(`${file}${ending}`)) : undefined;
  const isPage = type.startsWith('text/html');
  return {
    type,
    cache: isPage
      ? 'no-store'
      : address.startsWith(HASHED)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
    plain,
    packed: { br: ready('.br'), gzip: ready('.gz') },
    compressible,
    page: isPage ? plain.toString('utf8') : undefined,
  };
}
