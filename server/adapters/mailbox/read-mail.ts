import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { oneLine, storableText } from '../../domain/mail-text';
import type { MailAddress, MailAttachment, MailProblem, MailReader, ReadMail } from '../../mailbox-port';
import { outlineOf } from './mail-outline';

export const MAX_ATTACHMENTS = 50;
const MAX_ADDRESSES = 200;
const MAX_TEXT = 200_000;
const MAX_FORWARDS = 4;
/** The fields that tell machines from people; nothing else of the header leaves the parser. */
const KEPT_HEADERS = [
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'list-post',
  'x-autoreply',
  'x-autorespond',
  'content-type',
  'return-path',
];

class Refused extends Error {
  constructor(readonly problem: MailProblem) {
    super(problem);
  }
}

/**
 * Reads one message within its caps. Attachments of forwarded messages inside count as its own.
 * A message that breaks a cap, has no header or no sender is answered with its problem.
 */
export async function readMail(raw: Buffer): ReturnType<MailReader['read']> {
  const outline = outlineOf(raw);
  if (outline.problem) return { problem: outline.problem };
  try {
    const parsed = await parse(raw);
    const from = addressesOf(parsed.from)[0];
    if (!from) return { problem: 'no-sender' };
    const recipients = [parsed.to, parsed.cc].flatMap(addressesOf).map(({ address }) => address);
    if (recipients.length > MAX_ADDRESSES) return { problem: 'too-many-addresses' };
    return { problem: null, mail: { ...(await contentOf(parsed)), from, recipients } };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}

function parse(raw: Buffer): Promise<ParsedMail> {
  return simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 1_000_000,
  });
}

async function contentOf(parsed: ParsedMail): Promise<Omit<ReadMail, 'from' | 'recipients'>> {
  const attachments = await flatten(parsed.attachments, 0);
  if (attachments.length > MAX_ATTACHMENTS) throw new Refused('too-many-attachments');
  return {
    subject: oneLine(parsed.subject ?? '', 900),
    text: textOf(parsed),
    messageId: idOf(parsed.messageId),
    inReplyTo: idOf(parsed.inReplyTo),
    references: [parsed.references ?? []].flat().slice(-50),
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const line = parsed.headerLines.find(({ key }) => key === name)?.line;
        return line === undefined ? [] : [[name, oneLine(line.slice(line.indexOf(':') + 1), 500)]];
      }),
    ),
    attachments,
  };
}

/** Text of HTML names the addresses of its pictures, which nobody needs to read or open. */
function textOf({ text, html }: ParsedMail): string {
  const plain = html === false ? (text ?? '') : (text ?? '').replace(/\[https?:[^\]\s]{0,2000}\]/g, '');
  return storableText(plain).slice(0, MAX_TEXT);
}

/** What a forwarded message carries is found too; the message itself is text that a person may want, kept as a file. */
async function flatten(parts: Attachment[], depth: number): Promise<MailAttachment[]> {
  const found: MailAttachment[] = [];
  for (const part of parts) {
    if (part.contentType === 'message/rfc822' && depth < MAX_FORWARDS) {
      const inner = await parse(part.content);
      const within = await flatten(inner.attachments, depth + 1);
      if (within.length > 0) {
        found.push(...within);
        continue;
      }
    }
    found.push({
      name: nameOf(part),
      contentType: part.contentType,
      content: part.content,
      inline: part.related === true || part.contentDisposition === 'inline',
    });
    if (found.length > MAX_ATTACHMENTS) throw new Refused('too-many-attachments');
  }
  return found;
}

function nameOf({ filename, contentType }: Attachment): string {
  if (filename) return storableText(readable(filename));
  return contentType === 'message/rfc822' ? 'message.eml' : 'attachment';
}

/** Names sent as raw bytes arrive as Latin-1 letters; the bytes are UTF-8, or one of the old Russian code pages. */
function readable(name: string): string {
  const codes = [...name].map((letter) => letter.codePointAt(0) ?? 0);
  if (!codes.some((code) => code >= 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Buffer.from(name, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [koi, win] = ['koi8-r', 'windows-1251'].map((charset) => new TextDecoder(charset).decode(bytes));
    return smallLetters(koi ?? '') > smallLetters(win ?? '') ? (koi ?? name) : (win ?? name);
  }
}

/** Read in the wrong of the two code pages, small letters become capitals. */
function smallLetters(text: string): number {
  return text.match(/[а-яё]/g)?.length ?? 0;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): MailAddress[] {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((each) => each.group ?? [each]))
    .filter(({ address }) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(address ?? ''))
    .map(({ name, address }) => ({
      name: oneLine(name, 200),
      address: (address ?? '').toLowerCase().slice(0, 254),
    }));
}

function idOf(header: string | undefined): string | null {
  const id = oneLine(header ?? '', 900);
  return id === '' ? null : id;
}
