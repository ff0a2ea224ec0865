/** Kinds of file that a claim may hold; anything else is refused or kept as an unreadable "other". */
export const ALLOWED_KINDS = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/webp',
] as const;
export type FileKind = (typeof ALLOWED_KINDS)[number];

/** Bytes that are enough to know a kind. */
export const SNIFF_BYTES = 64;

/**
 * Kind of a file by its first bytes, null when it is none of the allowed ones.
 * The signature alone proves nothing: the file must decode as well.
 */
export function sniff(head: Buffer): FileKind | null {
  const at = (offset: number, text: string) => head.toString('latin1', offset, offset + text.length) === text;
  // Some scanners put a byte order mark or blank lines before the signature of a PDF.
  if (/^(?:\xEF\xBB\xBF)?\s{0,16}%PDF-\d/.test(head.toString('latin1', 0, SNIFF_BYTES)))
    return 'application/pdf';
  if (at(0, '\xFF\xD8\xFF')) return 'image/jpeg';
  if (at(0, '\x89PNG\r\n\x1A\n')) return 'image/png';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp';
  if (at(4, 'ftyp') && HEIC_BRANDS.has(head.toString('latin1', 8, 12))) return 'image/heic';
  return null;
}

/** AVIF shares the container but not the codec, and is not on the list. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
