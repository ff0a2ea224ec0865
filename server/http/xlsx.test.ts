import { crc32, inflateRawSync } from 'node:zlib';
import { workbookOf } from './xlsx';

/** Another reader of ZIP than the writer: from the directory at the end. */
function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const [crc, offset] = [file.readUInt32LE(at + 16), file.readUInt32LE(at + 42)];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const start = offset + 30 + file.readUInt16LE(offset + 26);
    const content = inflateRawSync(file.subarray(start, start + size));
    expect(crc32(content)).toBe(crc);
    parts.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  return parts;
}

it('is a workbook whose texts are texts and whose numbers are numbers', () => {
  const parts = unzip(
    workbookOf([
      {
        name: 'Мерзімдер & 2026',
        rows: [
          ['a', 'b'],
          ['=1+1 <x>\u0001', 2.5],
          [null, 3],
        ],
      },
      { name: 'Себептер', rows: [['c']] },
    ]),
  );
  expect([...parts.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  expect(parts.get('xl/workbook.xml')).toContain('name="Мерзімдер &amp; 2026"');
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;x&gt;</t></is></c>');
  expect(sheet).toContain('<c r="B2"><v>2.5</v></c>');
  expect(sheet).toContain('<row r="3"><c r="B3"><v>3</v></c></row>');
});

it('names columns beyond Z as Excel does', () => {
  const parts = unzip(workbookOf([{ name: 'x', rows: [Array.from({ length: 28 }, (_, at) => at)] }]));
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/r="Z1".*r="AA1".*r="AB1"/);
});
