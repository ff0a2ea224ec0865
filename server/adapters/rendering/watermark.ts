import sharp from 'sharp';

const FONT = require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

/**
 * A page image with the viewer's name and the time across it, as JPEG.
 * The font is our own file, so Kazakh letters show on a machine without fonts.
 */
export async function stamp(
  page: sharp.Sharp,
  text: string | null,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const { data, info } = await page.raw().toBuffer({ resolveWithObject: true });
  const canvas = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const tile = text === null ? null : await tileOf(text, info.width, info.height);
  const drawn = tile ? canvas.composite([{ input: tile, tile: true }]) : canvas;
  const bytes = await drawn.jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer();
  return { bytes, width: info.width, height: info.height };
}

async function tileOf(text: string, width: number, height: number): Promise<Buffer> {
  const markup = text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');
  const slanted = await sharp({
    text: {
      text: `<span foreground="#4c6b74" fgalpha="28%">${markup}</span>`,
      font: 'Noto Sans SemiBold 12',
      fontfile: FONT,
      rgba: true,
      dpi: Math.max(72, Math.round(Math.min(width, height * 1.4) / 9)),
    },
  })
    .rotate(-24, { background: CLEAR })
    .png()
    .toBuffer();
  const { width: wide, height: high } = await sharp(slanted).metadata();
  const [gapX, gapY] = [Math.round(wide / 6), Math.round(high / 2)];
  const spaced = await sharp(slanted)
    .extend({ left: gapX, right: gapX, top: gapY, bottom: gapY, background: CLEAR })
    .png()
    .toBuffer();
  // sharp refuses a tile that is larger than the picture under it.
  return sharp(spaced).resize({ width, height, fit: 'inside', withoutEnlargement: true }).png().toBuffer();
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
