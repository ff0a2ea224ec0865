/** `info@umami.kz` of `UMAMI <info@umami.kz>`, lower case. */
export function addressOf(mailFrom: string): string {
  return (/<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom).trim().toLowerCase();
}

/**
 * `info+<token>@umami.kz`: an answer to it names its claim. The token is written in hexadecimal, because mail servers
 * may turn an address into lower case.
 */
export function replyAddress(mailFrom: string, replyToken: string): string {
  const [local = '', domain = ''] = addressOf(mailFrom).split('@');
  return `${local}+${Buffer.from(replyToken, 'base64url').toString('hex')}@${domain}`;
}

/** The token in one of our reply addresses; null for any other address. */
export function replyTokenIn(mailFrom: string, address: string): string | null {
  const [local = '', domain = ''] = addressOf(mailFrom).split('@');
  const lower = address.toLowerCase();
  if (!lower.startsWith(`${local}+`) || !lower.endsWith(`@${domain}`)) return null;
  const hex = lower.slice(local.length + 1, lower.length - domain.length - 1);
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex').toString('base64url') : null;
}
