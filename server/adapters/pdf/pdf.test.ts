import sharp from 'sharp';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { makeRenderer } from '../rendering';
import { applicationPdf, letterPdf } from '.';

const renderer = makeRenderer();
afterAll(() => renderer.close());

const LETTERS = 'әғқңөұүһі ӘҒҚҢӨҰҮҺІ № « » – — ₸';
const letter = (text: string, language: 'kk' | 'ru' | 'en' = 'kk') =>
  letterPdf(
    {
      language,
      addressee: ['Әсел'],
      date: '2026 жылғы 26 қараша',
      subject: 'Шешім',
      text,
      at: 1_790_000_000_000,
    },
    DEFAULT_LEGAL_ENTITY,
  );

async function inkOf(pdf: Buffer): Promise<number> {
  const image = await renderer.drawPage(pdf, 1, null);
  if ('problem' in image) throw new Error(image.problem);
  const grey = await sharp(image.bytes).greyscale().raw().toBuffer();
  return grey.filter((value) => value < 120).length;
}

it('draws each Kazakh letter and sign with ink of its own', async () => {
  const empty = await inkOf(await letter(' '));
  for (const sign of LETTERS.replaceAll(' ', '')) {
    expect(await inkOf(await letter(sign.repeat(40)))).toBeGreaterThan(empty + 200);
  }
});

it('keeps the text findable and the marks of the shop at the foot', async () => {
  const found = await renderer.inspect(await letter(`Талабыңыз ${LETTERS}`));
  if (found.problem) throw new Error(found.problem);
  expect(found.text).toContain(LETTERS);
  expect(found.text.replaceAll('\u00a0', ' ')).toContain('БСН 190 440 011 185');
  expect(found.text).toContain('KZ19722S000032196613');
});

it('goes on over as many pages as a long letter needs', async () => {
  const long = Array.from({ length: 60 }, (_, n) => `${n + 1}. Жолданымыңыз тіркелді.`).join('\n\n');
  expect(await renderer.inspect(await letter(long))).toMatchObject({ pages: 3 });
});

it('gives the same bytes for the same letter', async () => {
  expect((await letter('Рахмет')).equals(await letter('Рахмет'))).toBe(true);
});

it.each(['kk', 'ru', 'en'] as const)(
  'prints the blank in %s on one page and asks for no card number',
  async (language) => {
    const found = await renderer.inspect(await applicationPdf(language, DEFAULT_LEGAL_ENTITY, 0));
    if (found.problem) throw new Error(found.problem);
    expect(found.pages).toBe(1);
    expect(found.text).toMatch(/өтініш|заявление|application/i);
    expect(found.text).toContain('CVV');
  },
);
