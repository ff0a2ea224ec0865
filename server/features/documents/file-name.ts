const MAX_CHARACTERS = 200;
const FALLBACK = 'document';

/**
 * A sender's file name as a label: NFC, no path, no control, invisible or direction-changing characters, at most 200
 * characters with the extension kept. Letters of every language stay. It never becomes a path.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).pop() ?? '';
  // Cc control, Cf format (bidi overrides, zero width), Cs half a surrogate pair, Co private, Zl and Zp line ends.
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*]/g, '_');
  const name = visible.replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '');
  return name === '' ? FALLBACK : shorten(name);
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_CHARACTERS) return name;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return characters.slice(0, MAX_CHARACTERS - extension.length).join('') + extension;
}
