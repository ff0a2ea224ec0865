const HEAD_LIMIT = 256 * 1024;

/** The envelope's sender as the mail server wrote it down: `Return-Path`, else `From`; empty for a bounce. */
export function returnPathOf(raw: Buffer): string {
  const head =
    raw
      .subarray(0, HEAD_LIMIT)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const returnPath = /^Return-Path:[ \t]*(.*)$/im.exec(unfolded)?.[1];
  if (returnPath !== undefined) return addressIn(returnPath);
  return addressIn(/^From:[ \t]*(.*)$/im.exec(unfolded)?.[1] ?? '');
}

function addressIn(value: string): string {
  const inAngles = /<([^<>]*)>/.exec(value)?.[1];
  return (inAngles ?? /[^\s<>"(),]+@[^\s<>"(),]+/.exec(value)?.[0] ?? '').trim();
}
