export type Params = Readonly<Record<string, unknown>>;

/**
 * Reads a request body as the gateway does: JSON, or a form whose nested values are JSON text.
 *
 * @returns null when the body is neither
 */
export function parseParams(contentType: string | undefined, body: Buffer): Params | null {
  const text = body.toString('utf8');
  if (text.trim() === '') return {};
  if (/^application\/json\b/i.test(contentType ?? '')) return parseObject(text);
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')) return null;
  return Object.fromEntries(new URLSearchParams(text));
}

/** A whole number; a fraction is rounded in silence, as the real gateway does. */
export function integer(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  if (value === '' || !Number.isFinite(Number(value))) return null;
  return Math.round(Number(value));
}

/** Non-empty text; a number counts as text (some shops send InvoiceId as a number). */
export function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** JsonData as the gateway keeps it: JSON as text, whether it came as an object or as text. */
export function jsonText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseObject(json: string): Params | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : null;
  } catch {
    return null;
  }
}
