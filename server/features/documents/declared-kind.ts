/** False when the name's extension or the declared type says another kind than the content; silence agrees. */
export function agreesWithContent(kind: string, name: string, declaredType: string): boolean {
  // «scan 25.11.2026» ends in a year, not in an extension.
  const extension = /\.(\d*[A-Za-z][A-Za-z0-9]{0,7})$/.exec(name)?.[1]?.toLowerCase();
  const declared = (declaredType.split(';')[0] ?? '').trim().toLowerCase();
  const extensionAgrees = !extension || EXTENSIONS[kind]?.includes(extension) === true;
  return extensionAgrees && (UNDECLARED.has(declared) || (ALIASES[declared] ?? declared) === kind);
}

const EXTENSIONS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif', 'hif'],
  'image/webp': ['webp'],
};
/** Said when nothing is known; the multipart parser gives text/plain to a part without a type. */
const UNDECLARED = new Set([
  '',
  'text/plain',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
]);
const ALIASES: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
};
