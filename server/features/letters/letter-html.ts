import type { Language } from '../../domain/claim';

/** The same words as the plain text, simply set; no picture, no style that another server must send. */
export function letterHtml(language: Language, text: string, foot: string): string {
  const paragraphs = text.split(/\n\n+/).map((part) => `<p>${part.split('\n').map(escape).join('<br>')}</p>`);
  return [
    `<!doctype html><html lang="${language}"><body style="font:15px/1.5 sans-serif;color:#1b2a2f;max-width:40em">`,
    ...paragraphs,
    `<p style="color:#4d5d63;font-size:12px;border-top:1px solid #9aa7ab;padding-top:8px">`,
    `${foot.split('\n').map(escape).join('<br>')}</p></body></html>`,
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
