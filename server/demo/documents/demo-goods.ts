import { seeded } from './seeded';

/** A bowl on a cloth, as a customer would photograph the goods. */
export async function demoGoodsPhoto(seed: number): Promise<Buffer> {
  // Loaded when a demo is made: a product at rest has no use for it.
  const { default: sharp } = await import('sharp');
  const next = seeded(seed);
  const hue = GLAZES[Math.floor(next() * GLAZES.length)];
  const lean = next() * 10 - 5;
  const threads = Array.from(
    { length: 60 },
    (_, n) =>
      `<path d="M0 ${n * 16} L1200 ${n * 16 + 20}" stroke="#fff" stroke-opacity="0.07" stroke-width="5"/>`,
  ).join('');
  const scene = `<svg width="1200" height="900"><defs>
<linearGradient id="cloth" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d9d2c3"/><stop offset="1" stop-color="#a99f8b"/></linearGradient>
<linearGradient id="side" x1="0" x2="1"><stop offset="0" stop-color="hsl(${hue},34%,62%)"/><stop offset="0.35" stop-color="hsl(${hue},36%,50%)"/><stop offset="1" stop-color="hsl(${hue},40%,24%)"/></linearGradient>
<radialGradient id="in" cx="0.6" cy="0.8" r="0.8"><stop offset="0" stop-color="hsl(${hue},22%,84%)"/><stop offset="1" stop-color="hsl(${hue},26%,48%)"/></radialGradient>
<filter id="soft"><feGaussianBlur stdDeviation="22"/></filter></defs>
<rect width="1200" height="900" fill="url(#cloth)"/>${threads}
<ellipse cx="660" cy="700" rx="330" ry="70" fill="#3b3428" fill-opacity="0.55" filter="url(#soft)"/>
<g transform="rotate(${lean} 600 500)">
<path d="M260 380 C 275 620, 420 700, 500 712 L 700 712 C 780 700, 925 620, 940 380 Z" fill="url(#side)"/>
<path d="M470 706 L 730 706 L 718 738 L 482 738 Z" fill="hsl(${hue},36%,26%)"/>
<ellipse cx="600" cy="380" rx="340" ry="96" fill="hsl(${hue},32%,70%)"/><ellipse cx="600" cy="386" rx="318" ry="82" fill="url(#in)"/>
<path d="M300 450 C 330 560, 380 620, 420 650" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="16" stroke-linecap="round"/></g></svg>`;
  const grain = await sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 8 },
    },
  })
    .png()
    .toBuffer();
  const drawn = await sharp(Buffer.from(scene)).png().toBuffer();
  return sharp(drawn)
    .composite([{ input: grain, blend: 'soft-light' }])
    .blur(0.8)
    .jpeg({ quality: 84 })
    .toBuffer();
}

/** Celadon, teal, cobalt, terracotta and ochre, in degrees of hue. */
const GLAZES = [140, 190, 215, 16, 38];
