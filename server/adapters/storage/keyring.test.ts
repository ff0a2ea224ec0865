import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { keyIdOf, openKeyring } from './keyring';

const secret = () => randomBytes(32).toString('base64');
const [first, second] = [secret(), secret()];

describe('MASTER_KEY', () => {
  it.each([
    ['', 'an empty value'],
    ['k1', 'no key'],
    [`k1:${randomBytes(16).toString('base64')}`, 'a short key'],
    [`k 1:${first}`, 'a space in the id'],
    [`k1:${first},k1:${second}`, 'an id given twice'],
    [`k1:${first},`, 'an empty entry'],
  ])('refuses %s: %s', (value) => {
    expect(() => openKeyring(value)).toThrow(/MASTER_KEY/);
  });

  it('never shows key bytes in its complaint', () => {
    const short = randomBytes(16).toString('base64');
    let complaint = '';
    try {
      openKeyring(`k1:${short}`);
    } catch (error) {
      complaint = String(error);
    }
    expect(complaint).toContain('32 bytes');
    expect(complaint).not.toContain(short);
  });
});

describe('data keys', () => {
  it('are wrapped under the first key and opened under any', () => {
    const before = openKeyring(`old:${first}`);
    const after = openKeyring(`new:${second},old:${first}`);
    const { dataKey, wrappedKey } = before.newDataKey();

    expect(after.unwrap(wrappedKey)).toEqual(dataKey);
    expect(keyIdOf(after.newKey())).toBe('new');
  });

  it('move to the new key without changing, after which the old one may go', () => {
    const both = openKeyring(`new:${second},old:${first}`);
    const { dataKey, wrappedKey } = openKeyring(`old:${first}`).newDataKey();

    const moved = both.rewrap(wrappedKey);

    expect(openKeyring(`new:${second}`).unwrap(moved)).toEqual(dataKey);
    expect(both.rewrap(moved)).toBe(moved);
  });

  it('do not open under another master key, nor under an id that was swapped', () => {
    const { wrappedKey } = openKeyring(`k1:${first}`).newDataKey();
    expect(() => openKeyring(`k1:${second}`).unwrap(wrappedKey)).toThrow();
    expect(() => openKeyring(`k2:${first}`).unwrap(wrappedKey)).toThrow('No master key');
    expect(() => openKeyring(`k2:${first}`).unwrap(wrappedKey.replace('k1.', 'k2.'))).toThrow();
  });
});

describe('sealed text', () => {
  const keyring = openKeyring(`k1:${first}`);

  it('comes back as it was, and never twice in the same form', () => {
    const key = keyring.newKey();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = keyring.sealText(key, text);
        expect(keyring.openText(key, sealed)).toBe(text);
        expect(keyring.sealText(key, text)).not.toBe(sealed);
      }),
    );
  });

  it('opens under the key of its own claim only', () => {
    const sealed = keyring.sealText(keyring.newKey(), 'Әсел Қуанышева');
    expect(() => keyring.openText(keyring.newKey(), sealed)).toThrow();
  });

  it('does not open after any change of a byte', () => {
    const key = keyring.newKey();
    const sealed = Buffer.from(keyring.sealText(key, '900101300017'), 'base64url');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => keyring.openText(key, changed.toString('base64url'))).toThrow();
      }),
    );
  });
});

describe('blind index', () => {
  it('finds the same value however it is spaced or cased, and no other', () => {
    const keyring = openKeyring(`k1:${first}`);
    expect(keyring.blindIndex('kz19 722S 0000 3219 6613')).toBe(keyring.blindIndex('KZ19722S000032196613'));
    expect(keyring.blindIndex('900101300017')).not.toBe(keyring.blindIndex('900101300018'));
  });

  it('depends on the key, and finds rows from before a rotation', () => {
    const [before, after] = [openKeyring(`old:${first}`), openKeyring(`new:${second},old:${first}`)];
    expect(after.blindIndex('900101300017')).not.toBe(before.blindIndex('900101300017'));
    expect(after.blindIndexes('900101300017')).toContain(before.blindIndex('900101300017'));
  });
});
