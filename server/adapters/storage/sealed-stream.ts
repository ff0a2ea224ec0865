import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Plain bytes of one chunk. */
export const CHUNK_BYTES = 64 * 1024;
const TAG = 16;
const MAGIC = Buffer.from('QS1');
const PREFIX = 7;
const HEADER = MAGIC.length + PREFIX;

/**
 * Seals a stream as AES-256-GCM chunks of 64 KiB.
 *
 * Form: `QS1`, seven random bytes, then each chunk followed by its tag. The nonce is the seven bytes, a counter of
 * four and a flag that is 1 in the last chunk only (the STREAM construction), so that a cut, reordered, repeated or
 * lengthened file does not open. An empty file is one empty last chunk.
 */
export class SealStream extends Transform {
  private readonly prefix = randomBytes(PREFIX);
  private readonly chunks = new Chunker(CHUNK_BYTES);
  private counter = 0;

  constructor(private readonly key: Buffer) {
    super();
    this.push(Buffer.concat([MAGIC, this.prefix]));
  }

  override _transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    for (const chunk of this.chunks.add(part)) this.sealChunk(chunk, false);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.sealChunk(this.chunks.rest(), true);
    done();
  }

  private sealChunk(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce(this.prefix, this.counter++, last));
    const body = cipher.update(plain);
    cipher.final();
    this.push(Buffer.concat([body, cipher.getAuthTag()]));
  }
}

/** Opens what SealStream made; errors with SealBroken before handing out a byte that was not proved. */
export class OpenStream extends Transform {
  private readonly chunks = new Chunker(CHUNK_BYTES + TAG);
  private header = Buffer.alloc(0);
  private counter = 0;

  constructor(private readonly key: Buffer) {
    super();
  }

  override _transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    attempt(done, () => {
      const body = this.takeHeader(part);
      for (const chunk of this.chunks.add(body)) this.openChunk(chunk, false);
    });
  }

  override _flush(done: TransformCallback): void {
    attempt(done, () => {
      if (this.header.length < HEADER) throw new SealBroken('the file is cut');
      this.openChunk(this.chunks.rest(), true);
    });
  }

  private takeHeader(part: Buffer): Buffer {
    const missing = HEADER - this.header.length;
    if (missing === 0) return part;
    this.header = Buffer.concat([this.header, part.subarray(0, missing)]);
    if (this.header.length === HEADER && !this.header.subarray(0, MAGIC.length).equals(MAGIC)) {
      throw new SealBroken('not a sealed file');
    }
    return part.subarray(missing);
  }

  private openChunk(sealed: Buffer, last: boolean): void {
    if (sealed.length < TAG) throw new SealBroken('the file is cut');
    const prefix = this.header.subarray(MAGIC.length);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce(prefix, this.counter++, last), {
      authTagLength: TAG,
    }).setAuthTag(sealed.subarray(-TAG));
    const plain = decipher.update(sealed.subarray(0, -TAG));
    decipher.final();
    if (plain.length > 0) this.push(plain);
  }
}

/** The stored bytes are not those that were sealed under this key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Cuts a stream into equal pieces but keeps the newest one back: only the end shows which chunk is the last. */
class Chunker {
  private parts: Buffer[] = [];
  private held = 0;

  constructor(private readonly size: number) {}

  *add(part: Buffer): Generator<Buffer> {
    this.parts.push(part);
    this.held += part.length;
    if (this.held <= this.size) return;
    let all = Buffer.concat(this.parts, this.held);
    while (all.length > this.size) {
      yield all.subarray(0, this.size);
      all = all.subarray(this.size);
    }
    this.parts = [all];
    this.held = all.length;
  }

  rest(): Buffer {
    return Buffer.concat(this.parts, this.held);
  }
}

function nonce(prefix: Buffer, counter: number, last: boolean): Buffer {
  const value = Buffer.alloc(12);
  prefix.copy(value);
  value.writeUInt32BE(counter, PREFIX);
  value[11] = last ? 1 : 0;
  return value;
}

function attempt(done: TransformCallback, step: () => void): void {
  try {
    step();
  } catch (error) {
    done(
      error instanceof SealBroken ? error : new SealBroken('the file was changed or another key sealed it'),
    );
    return;
  }
  done();
}
