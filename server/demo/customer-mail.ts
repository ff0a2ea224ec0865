import { createTransport } from 'nodemailer';
import type { AttachedFile } from '../features/documents';

/** A letter as a customer's mail program writes it. */
export interface CustomerMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  at: number;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  headers?: Record<string, string>;
  files?: AttachedFile[];
}

const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The letter as RFC 5322 bytes. */
export async function writeMail(mail: CustomerMail): Promise<Buffer> {
  const { from, to, subject, text, at, messageId, inReplyTo, references, headers, files = [] } = mail;
  const { message } = await writer.sendMail({
    from,
    to,
    subject,
    text,
    date: new Date(at),
    messageId,
    inReplyTo,
    references,
    headers: { 'X-Mailer': 'Demo mail', ...headers },
    attachments: files.map(({ name, declaredType, content }) => ({
      filename: name,
      contentType: declaredType,
      content,
    })),
  });
  return message as Buffer;
}
