import convertHeic from 'heic-convert';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { FileRefused, type FileLimits } from './render-protocol';
import type { FileKind } from './sniff';

/** Size of a picture after turning it upright; decodes every line of it, small. */
export async function readPicture(bytes: Uint8Array, kind: FileKind, limits: FileLimits) {
  const { width, height, orientation } = await headerOf(bytes, kind, limits);
  await decode(async () =>
    (await pictureOf(bytes, kind, limits)).resize({ width: 32, height: 32, fit: 'inside' }).raw().toBuffer(),
  );
  const turned = (orientation ?? 1) >= 5;
  return { pages: 1, width: turned ? height : width, height: turned ? width : height, text: '' };
}

/** The picture upright, without metadata, no wider than allowed. */
export async function drawPicture(bytes: Uint8Array, kind: FileKind, limits: FileLimits): Promise<Buffer> {
  await headerOf(bytes, kind, limits);
  const { maxWidth } = limits;
  return decode(async () =>
    (await pictureOf(bytes, kind, limits))
      .resize({ width: maxWidth, height: maxWidth * 3, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .png({ compressionLevel: 0 })
      .toBuffer(),
  );
}

const FORMATS: Partial<Record<FileKind, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heif',
};

/** The header alone is read here: a tiny file that claims a giant picture is refused before any decoding. */
async function headerOf(bytes: Uint8Array, kind: FileKind, limits: FileLimits): Promise<Metadata> {
  // limitInputPixels would refuse by an untyped error; the cap is ours, just below.
  const header = await decode(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (header.width * header.height > limits.maxPixels) throw new FileRefused('too-many-pixels');
  const hevc = kind !== 'image/heic' || header.compression === 'hevc';
  if (header.format !== FORMATS[kind] || !hevc) throw new FileRefused('not-allowed-kind');
  return header;
}

/** sharp's own build knows HEIC but not its codec, so those go through libheif compiled to wasm (it turns them too). */
async function pictureOf(bytes: Uint8Array, kind: FileKind, limits: FileLimits): Promise<Sharp> {
  const plain =
    kind === 'image/heic' ? await convertHeic({ buffer: bytes, format: 'JPEG', quality: 0.9 }) : bytes;
  const options = { limitInputPixels: limits.maxPixels, failOn: 'error', sequentialRead: true } as const;
  return sharp(plain, options).autoOrient();
}

async function decode<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // A wasm trap is passed on as it is: the process must end after it.
    if (error instanceof FileRefused || (error instanceof Error && error.name === 'RuntimeError'))
      throw error;
    throw new FileRefused('undecodable');
  }
}
