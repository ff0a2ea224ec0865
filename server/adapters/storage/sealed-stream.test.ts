import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { CHUNK_BYTES, OpenStream, SealBroken, SealStream } from './sealed-stream';

const key = randomBytes(32);
const SEALED_CHUNK = CHUNK_BYTES + 16;
const HEADER = 10;

async function through(
  input: Buffer,
  transform: SealStream | OpenStream,
  pieceBytes = 50_000,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < input.length; at += pieceBytes) pieces.push(input.subarray(at, at + pieceBytes));
  const parts: Buffer[] = [];
  const source = Readable.from(pieces);
  source.on('error', (error) => transform.destroy(error));
  for await (const part of source.pipe(transform)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
const seal = (plain: Buffer) => through(plain, new SealStream(key));
const open = (sealed: Buffer, pieceBytes?: number) => through(sealed, new OpenStream(key), pieceBytes);

it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 200_000])(
  'gives %i bytes back as they were',
  async (length) => {
    const plain = randomBytes(length);
    expect((await open(await seal(plain))).equals(plain)).toBe(true);
  },
);

it('does not care how the bytes are cut on their way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 150_000 }),
      fc.integer({ min: 1, max: 70_000 }),
      async (length, piece) => {
        const plain = randomBytes(length);
        const sealed = await through(plain, new SealStream(key), piece);
        expect((await open(sealed, Math.max(7, piece))).equals(plain)).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

it('shows nothing of the plain bytes', async () => {
  expect((await seal(Buffer.alloc(1000, 'ЖСН 900101300017'))).includes('900101300017')).toBe(false);
});

it('refuses a file cut at any place, a chunk boundary too', async () => {
  const sealed = await seal(randomBytes(2 * CHUNK_BYTES + 100));
  for (const length of [
    0,
    5,
    HEADER,
    HEADER + 16,
    HEADER + SEALED_CHUNK,
    HEADER + 2 * SEALED_CHUNK,
    sealed.length - 1,
  ]) {
    await expect(open(sealed.subarray(0, length))).rejects.toThrow(SealBroken);
  }
});

it('refuses chunks in another order, twice, or after the end', async () => {
  const sealed = await seal(randomBytes(3 * CHUNK_BYTES));
  const head = sealed.subarray(0, HEADER);
  const [a, b, c] = [0, 1, 2].map((n) =>
    sealed.subarray(HEADER + n * SEALED_CHUNK, HEADER + (n + 1) * SEALED_CHUNK),
  );
  if (!a || !b || !c) throw new Error('three chunks expected');
  await expect(open(Buffer.concat([head, b, a, c]))).rejects.toThrow(SealBroken);
  await expect(open(Buffer.concat([head, a, a, c]))).rejects.toThrow(SealBroken);
  await expect(open(Buffer.concat([head, a, c]))).rejects.toThrow(SealBroken);
  await expect(open(Buffer.concat([head, a, b, c, c]))).rejects.toThrow(SealBroken);
});

it('refuses any changed byte and another key', async () => {
  const sealed = await seal(Buffer.from('Өтініш'));
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ flip;
      await expect(open(changed)).rejects.toThrow(SealBroken);
    }),
    { numRuns: 60 },
  );
  await expect(through(sealed, new OpenStream(randomBytes(32)))).rejects.toThrow(SealBroken);
});
