/** A form as .NET writes it: `+` for a space, lower-case hex. Signatures are over these very bytes. */
export function toForm(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');
}

function encode(value: string): string {
  return encodeURIComponent(value)
    .replace(/[~']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replace(/%20/g, '+')
    .replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
}
