import sharp from 'sharp';
import { drawPdfPage, readPdf } from './read-pdf';
import { drawPicture, readPicture } from './read-picture';
import { FileRefused, type RenderReply, type RenderRequest } from './render-protocol';
import { sniff } from './sniff';
import { stamp } from './watermark';

/**
 * The rendering process: foreign bytes are decoded here and nowhere else. It holds no secret and no connection, works
 * on one file at a time, and its parent kills it when it takes too long or too much memory.
 */
async function answer(request: RenderRequest): Promise<RenderReply> {
  const bytes = Buffer.from(request.bytes);
  const kind = sniff(bytes.subarray(0, 64));
  if (!kind) throw new FileRefused('not-allowed-kind');
  const { limits } = request;

  if (request.op === 'inspect') {
    const facts =
      kind === 'application/pdf' ? await readPdf(bytes, limits) : await readPicture(bytes, kind, limits);
    return { op: 'inspected', inspection: { problem: null, contentType: kind, ...facts } };
  }
  if (kind === 'application/pdf') {
    const { data, width, height } = await drawPdfPage(bytes, request.page, limits);
    const page = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
    return { op: 'drawn', image: { contentType: 'image/jpeg', ...(await stamp(page, request.watermark)) } };
  }
  if (request.page !== 1) throw new FileRefused('no-such-page');
  const picture = sharp(await drawPicture(bytes, kind, limits));
  return { op: 'drawn', image: { contentType: 'image/jpeg', ...(await stamp(picture, request.watermark)) } };
}

async function serve(request: RenderRequest): Promise<void> {
  try {
    reply(await answer(request));
  } catch (error) {
    reply({ op: 'refused', problem: error instanceof FileRefused ? error.problem : 'undecodable' });
    // After a trap inside wasm the module's memory is not to be trusted with the next file.
    if (!(error instanceof FileRefused)) process.disconnect();
  }
}

function reply(message: RenderReply): void {
  process.send?.(message);
}

sharp.cache(false);
sharp.concurrency(1);
// The terminal and the supervisor signal the whole group; begun requests are still answered, then the parent hangs up.
process.on('SIGTERM', () => undefined);
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (request: RenderRequest) => void serve(request));
