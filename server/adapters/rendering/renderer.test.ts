import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { DocumentRenderer } from '../../ports';
import { startRenderProcess } from './render-process';
import { FILE_LIMITS } from './render-protocol';
import { makeRenderer } from './renderer';

let renderer: DocumentRenderer;
beforeAll(() => {
  renderer = makeRenderer();
});
afterAll(() => renderer.close());

const paper = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#f4f0e4' } });

/** A picture of a few bytes whose header claims 100 000 × 100 000 pixels. */
function pixelFlood(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(100_000, 0);
  header.writeUInt32BE(100_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A PDF of `pages` empty pages of the given size in points, and its cross references. */
function pdf(pages: number, size = '595 842'): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 3} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    ...Array.from({ length: pages }, () => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]>>`),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
  );
}

describe('inspect', () => {
  it.each([
    ['image/jpeg', () => paper().jpeg().toBuffer()],
    ['image/png', () => paper().png().toBuffer()],
    ['image/webp', () => paper().webp().toBuffer()],
  ])('knows a %s by its content', async (contentType, make) => {
    expect(await renderer.inspect(await make())).toMatchObject({
      problem: null,
      contentType,
      pages: 1,
      width: 400,
      height: 300,
    });
  });

  it('knows a HEIC photo and shows its colours', async () => {
    const photo = await readFile(join(__dirname, 'fixtures/two-colours.heic'));
    expect(await renderer.inspect(photo)).toMatchObject({
      problem: null,
      contentType: 'image/heic',
      width: 320,
      height: 240,
    });

    const image = await renderer.drawPage(photo, 1, null);
    if ('problem' in image) throw new Error(image.problem);
    const pixels = await sharp(image.bytes).raw().toBuffer();
    const redAt = (x: number) => pixels[(120 * 320 + x) * 3];
    expect(redAt(40)).toBeGreaterThan(150);
    expect(redAt(280)).toBeLessThan(50);
  });

  it('counts the pages of a PDF', async () => {
    expect(await renderer.inspect(pdf(3))).toMatchObject({
      problem: null,
      contentType: 'application/pdf',
      pages: 3,
    });
  });

  it('takes the size of a photo as it is seen, not as it is stored', async () => {
    const turned = await paper().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await renderer.inspect(turned)).toMatchObject({ width: 300, height: 400 });
  });

  it.each([
    [
      'a program',
      () => Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(500), Buffer.from('%PDF-1.7')]),
      'not-allowed-kind',
    ],
    ['a page of HTML', () => Buffer.from('<html><script>alert(1)</script>'), 'not-allowed-kind'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-allowed-kind'],
    ['a GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00'), 'not-allowed-kind'],
    ['an AVIF', () => paper().avif().toBuffer(), 'not-allowed-kind'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    [
      'a signature and noise',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4000, 7)]),
      'undecodable',
    ],
    [
      'a JPEG signature and noise',
      () => Buffer.concat([Buffer.from([255, 216, 255, 224]), Buffer.alloc(4000, 7)]),
      'undecodable',
    ],
    [
      'a HEIC signature and noise',
      () => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(4000, 7)]),
      'undecodable',
    ],
    ['a PDF of 101 pages', () => pdf(101), 'too-many-pages'],
    ['a pixel flood', pixelFlood, 'too-many-pixels'],
  ])('refuses %s', async (_what, make, problem) => {
    expect(await renderer.inspect(await make())).toEqual({ problem });
  });

  it('refuses a photo that was cut on its way', async () => {
    const photo = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
        background: '#fff',
      },
    })
      .jpeg()
      .toBuffer();
    expect(await renderer.inspect(photo.subarray(0, photo.length / 2))).toEqual({ problem: 'undecodable' });
  });

  it('refuses a pixel flood at once', async () => {
    await renderer.inspect(await paper().png().toBuffer());
    const before = performance.now();
    await renderer.inspect(pixelFlood());
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('drawPage', () => {
  it('gives a JPEG no wider than 1600, upright and without metadata', async () => {
    const photo = await paper(3000, 2000)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Әсел' } })
      .jpeg()
      .toBuffer();
    const image = await renderer.drawPage(photo, 1, null);
    if ('problem' in image) throw new Error(image.problem);
    const facts = await sharp(image.bytes).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 1600, height: 2400 });
    expect(facts.exif).toBeUndefined();
    expect(facts.orientation).toBeUndefined();
  });

  it.each(['10 14400', '14400 10', '14400 14400'])('bounds a PDF page of %s points', async (size) => {
    const image = await renderer.drawPage(pdf(1, size), 1, null);
    if ('problem' in image) throw new Error(image.problem);
    expect(image.width).toBeLessThanOrEqual(1600);
    expect(image.height).toBeLessThanOrEqual(4800);
  });

  it('puts ink of the watermark on the page, Kazakh letters included', async () => {
    const page = await paper(1200, 900).png().toBuffer();
    const dark = async (watermark: string | null) => {
      const image = await renderer.drawPage(page, 1, watermark);
      if ('problem' in image) throw new Error(image.problem);
      const grey = await sharp(image.bytes).greyscale().raw().toBuffer();
      return grey.filter((value) => value < 225).length;
    };
    const inkOf = async (text: string) => (await dark(text)) - (await dark(null));

    expect(await dark(null)).toBe(0);
    expect(await inkOf('Ә. Сәрсенова · 26.11.2026 10:42')).toBeGreaterThan(1000);
    // A font without these letters would draw the same box for each of them.
    const [first, second] = [
      await renderer.drawPage(page, 1, 'ғғғғғғғғ'),
      await renderer.drawPage(page, 1, 'ұұұұұұұұ'),
    ];
    expect(first).not.toEqual(second);
  });

  it('takes markup in a name as text', async () => {
    const image = await renderer.drawPage(await paper().png().toBuffer(), 1, '<span size="99pt">A & B');
    expect('problem' in image).toBe(false);
  });

  it.each([0, 2])('has no page %i in a file of one page', async (page) => {
    expect(await renderer.drawPage(pdf(1), page, null)).toEqual({ problem: 'no-such-page' });
    expect(await renderer.drawPage(await paper().png().toBuffer(), page, null)).toEqual({
      problem: 'no-such-page',
    });
  });
});

describe('the process', () => {
  const request = async () => ({
    op: 'inspect' as const,
    bytes: await paper().png().toBuffer(),
    limits: FILE_LIMITS,
  });

  it('is killed when a file takes too long, and only that file fails', async () => {
    const hasty = makeRenderer({ timeLimitMs: 1 });
    expect(await hasty.inspect(await paper().png().toBuffer())).toEqual({ problem: 'too-slow' });
    expect(await renderer.inspect(await paper().png().toBuffer())).toMatchObject({ problem: null });
    await hasty.close();
  });

  it('is killed when it takes too much memory', async () => {
    const worker = startRenderProcess({ timeLimitMs: 20_000, memoryLimitBytes: 1 });
    expect(await worker.ask(await request())).toEqual({ op: 'refused', problem: 'too-slow' });
    expect(worker.alive()).toBe(false);
  });

  it('serves files that wait in turn, with one process', async () => {
    const files = await Promise.all(
      [paper(100, 100), paper(200, 100), paper(300, 100)].map((each) => each.png().toBuffer()),
    );
    const widths = (await Promise.all(files.map((file) => renderer.inspect(file)))).map((found) =>
      'width' in found ? found.width : 0,
    );
    expect(widths).toEqual([100, 200, 300]);
  });

  it('ends after a while without work', async () => {
    const worker = startRenderProcess({ timeLimitMs: 20_000, memoryLimitBytes: 2e9 });
    await worker.ask(await request());
    await new Promise<void>((resolve) => worker.endAfter(10, resolve));
    expect(worker.alive()).toBe(false);
  });
});
