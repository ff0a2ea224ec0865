import type { DocumentRenderer } from '../../ports';
import { seeded } from './seeded';

/** A page as a phone would take it: on a table, turned, skewed, unevenly lit, a little soft and noisy. */
export async function photograph(page: Buffer, seed: number): Promise<Buffer> {
  // Loaded when a demo is made: a product at rest has no use for it.
  const { default: sharp } = await import('sharp');
  const next = seeded(seed);
  const between = (low: number, high: number) => low + next() * (high - low);
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };

  const paper = await sharp(page)
    .resize({ width: 760, height: 1100, fit: 'inside' })
    .ensureAlpha()
    .png()
    .toBuffer();
  const skewed = await sharp(paper)
    .affine([1, between(-0.05, 0.05), between(-0.04, 0.04), between(0.95, 1)], { background: clear })
    .png()
    .toBuffer();
  const sheet = await sharp(skewed).rotate(between(-7, 7), { background: clear }).png().toBuffer();
  const { width, height } = await sharp(sheet).metadata();
  const [wide, high] = [width + 180, height + 180];
  const shadow = await sharp(sheet)
    .modulate({ brightness: 0 })
    .blur(14)
    .linear([1, 1, 1, 0.45], [0, 0, 0, 0])
    .png()
    .toBuffer();

  const grain = await sharp({
    create: {
      width: wide,
      height: high,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 9 },
    },
  })
    .greyscale()
    .png()
    .toBuffer();
  const light = Buffer.from(
    `<svg width="${wide}" height="${high}"><defs><radialGradient id="l" cx="${between(0.3, 0.7)}" cy="0.25" r="0.95"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#a89c8a"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#l)"/></svg>`,
  );
  const scene = await sharp(tableTop(wide, high, next))
    .composite([
      { input: shadow, left: 98, top: 104 },
      { input: sheet, left: 90, top: 90 },
    ])
    .png()
    .toBuffer();
  return sharp(scene)
    .composite([
      { input: light, blend: 'multiply' },
      { input: grain, blend: 'soft-light' },
    ])
    .blur(0.6)
    .flatten()
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** Boards of a wooden table. */
function tableTop(width: number, height: number, next: () => number): Buffer {
  const boards = Array.from({ length: Math.ceil(height / 150) }, (_, n) => {
    const tone = 118 + Math.round(next() * 26);
    const veins = Array.from({ length: 7 }, () => {
      const y = n * 150 + 12 + next() * 126;
      return `<path d="M0 ${y} C ${width / 3} ${y + next() * 14 - 7}, ${width / 1.5} ${y + next() * 14 - 7}, ${width} ${y}" stroke="#5d4026" stroke-opacity="0.22" stroke-width="${1 + next() * 2}" fill="none"/>`;
    }).join('');
    return `<rect y="${n * 150}" width="${width}" height="148" fill="rgb(${tone + 24},${tone - 12},${tone - 52})"/>${veins}`;
  }).join('');
  return Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#4b3420"/>${boards}</svg>`,
  );
}

/** The first page of a PDF as a flat scan (JPEG), for `photograph` or to be sent as it is. */
export async function pageAsPicture(pdf: Buffer, renderer: DocumentRenderer): Promise<Buffer> {
  const image = await renderer.drawPage(pdf, 1, null);
  if ('problem' in image) throw new Error(`The demo page does not draw: ${image.problem}`);
  return image.bytes;
}
