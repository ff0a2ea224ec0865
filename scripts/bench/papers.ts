import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { applicationPdf } from '../../server/adapters/pdf';
import { DEFAULT_LEGAL_ENTITY } from '../../server/domain/legal-entity';

export interface Paper {
  name: string;
  type: string;
  content: Buffer;
}

/** An Application as PDF and a photograph, each as large as asked; readers stop at the end that the format names. */
export async function papersOf(bytes: { pdf: number; photo: number }): Promise<[Paper, Paper]> {
  const at = Date.parse('2026-11-23T05:00:00Z');
  const pdf = await applicationPdf('kk', DEFAULT_LEGAL_ENTITY, at);
  const photo = await photoOf(bytes.photo);
  return [
    { name: 'application.pdf', type: 'application/pdf', content: filledTo(pdf, bytes.pdf) },
    { name: 'id_copy.jpg', type: 'image/jpeg', content: filledTo(photo, bytes.photo) },
  ];
}

/** The same file with other bytes behind its end: another document to the product, the same work for a reader. */
export function freshCopy({ content, ...paper }: Paper): Paper {
  return {
    ...paper,
    content: Buffer.concat([content, Buffer.from(`\n%${randomBytes(12).toString('hex')}`)]),
  };
}

function filledTo(content: Buffer, size: number): Buffer {
  return Buffer.concat([content, Buffer.alloc(Math.max(0, size - content.length), '%')]);
}

/** The largest noisy picture of a phone's shape that stays below the size. */
async function photoOf(size: number): Promise<Buffer> {
  for (let width = 2400; ; width = Math.round(width * 0.85)) {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const create = {
      width,
      height: Math.round(width * 1.4),
      channels: 3,
      background: '#808080',
      noise,
    } as const;
    const photo = await sharp({ create }).blur(1.2).jpeg({ quality: 82 }).toBuffer();
    if (photo.length <= size) return photo;
  }
}
