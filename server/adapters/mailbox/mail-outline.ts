import { MAX_MAIL_BYTES, type MailProblem } from '../../mailbox-port';

const MAX_HEADER_BYTES = 256 * 1024;
const MAX_PARTS = 300;
const MAX_BOUNDARIES = 40;

/** Looks at the shape of a message before a parser does: costs one pass over the bytes and no memory. */
export function outlineOf(raw: Buffer): { problem: MailProblem | null } {
  if (raw.length > MAX_MAIL_BYTES) return { problem: 'too-large' };
  const end = endOfHeader(raw);
  if (end > MAX_HEADER_BYTES) return { problem: 'headers-too-large' };
  const header = raw.subarray(0, end).toString('latin1');
  if (!/^[!-9;-~]+[ \t]*:/.test(header) || header.includes('\0')) return { problem: 'unparseable' };
  const own = boundaryIn(header.replace(/\r?\n[ \t]+/g, ' '));
  if (own === null) return { problem: null };
  if (own === '' || !raw.includes(`--${own}`, end)) return { problem: 'unparseable' };
  const boundaries = boundariesOf(raw);
  if (boundaries.length > MAX_BOUNDARIES) return { problem: 'too-many-parts' };
  const parts = boundaries.reduce((sum, boundary) => sum + count(raw, `--${boundary}`), 0);
  return { problem: parts > MAX_PARTS ? 'too-many-parts' : null };
}

function endOfHeader(raw: Buffer): number {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0);
  return ends.length === 0 ? raw.length : Math.min(...ends);
}

/** Null when the message has one part; empty when it claims several and does not say what divides them. */
function boundaryIn(header: string): string | null {
  const type = /^Content-Type:[ \t]*multipart\/[^\r\n]*/im.exec(header)?.[0];
  if (type === undefined) return null;
  const found = /boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  return found?.[1] ?? found?.[2] ?? '';
}

function boundariesOf(raw: Buffer): string[] {
  const found = new Set<string>();
  for (
    let at = raw.indexOf('boundary=');
    at >= 0 && found.size <= MAX_BOUNDARIES;
    at = raw.indexOf('boundary=', at + 9)
  ) {
    const value = /^"?([^"\s;]{1,200})/.exec(raw.toString('latin1', at + 9, at + 220))?.[1];
    if (value !== undefined) found.add(value);
  }
  return [...found];
}

function count(raw: Buffer, needle: string): number {
  let found = 0;
  for (
    let at = raw.indexOf(needle);
    at >= 0 && found <= MAX_PARTS;
    at = raw.indexOf(needle, at + needle.length)
  )
    found += 1;
  return found;
}
