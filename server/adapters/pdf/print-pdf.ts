import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const face = (style: string) =>
  require.resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);

/** Our own font files: the built-in fonts of PDF turn Kazakh letters into other ones without any error. */
const NOTO_SANS = {
  normal: face('400Regular'),
  bold: face('600SemiBold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('600SemiBold_Italic'),
};
const FONT_FILES = new Set(Object.values(NOTO_SANS));

/**
 * Kerning is left out: pdfmake reads the font anew for every document, and its kerning tables alone are two thirds of
 * the time of a page. fontkit takes an object here; the types know only lists.
 */
const NO_KERNING = { kern: false, mark: false, mkmk: false } as unknown as [];

/** Prints a pdfmake definition in Noto Sans; the same definition and `at` give the same bytes. */
export async function printPdf(definition: TDocumentDefinitions, at: number): Promise<Buffer> {
  // Loaded with the first document: it and its fonts are a tenth of the memory of a product at rest.
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({ NotoSans: NOTO_SANS });
  // Texts of customers come in here: nothing they hold may fetch an address or read a file.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));
  const pdf = pdfmake.createPdf({
    ...definition,
    info: { producer: 'Qaitarym', creator: 'Qaitarym', ...definition.info, creationDate: new Date(at) },
    defaultStyle: {
      font: 'NotoSans',
      fontSize: 10.5,
      lineHeight: 1.25,
      color: '#1b2a2f',
      fontFeatures: NO_KERNING,
      ...definition.defaultStyle,
    },
  });
  return pdf.getBuffer();
}
