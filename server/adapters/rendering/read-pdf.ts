import { FileRefused, type FileLimits } from './render-protocol';

/** One page as raw RGBA. */
export interface RawPage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Opens a PDF, proves that its first page draws, and reads the text of the first pages. */
export async function readPdf(bytes: Uint8Array, limits: FileLimits) {
  return withPdf(bytes, limits, async (pdf) => {
    const first = await drawAt(pdf.getPage(0), { ...limits, maxWidth: 120 });
    let text = '';
    for (let n = 0; n < pdf.getPageCount() && text.length < limits.maxText; n += 1)
      text += `${pdf.getPage(n).getText()}\n`;
    return {
      pages: pdf.getPageCount(),
      width: first.width,
      height: first.height,
      text: text.slice(0, limits.maxText),
    };
  });
}

/** Draws one page (counted from 1). */
export async function drawPdfPage(bytes: Uint8Array, page: number, limits: FileLimits): Promise<RawPage> {
  return withPdf(bytes, limits, (pdf) => {
    if (page < 1 || page > pdf.getPageCount()) throw new FileRefused('no-such-page');
    return drawAt(pdf.getPage(page - 1), limits);
  });
}

type Pdfium = Awaited<ReturnType<typeof loadPdfium>>;
type Pdf = Awaited<ReturnType<Pdfium['loadDocument']>>;
let library: Promise<Pdfium> | undefined;

/** The package's types know its ES module only. */
async function loadPdfium() {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init();
}

async function withPdf<T>(bytes: Uint8Array, limits: FileLimits, use: (pdf: Pdf) => Promise<T>): Promise<T> {
  library ??= loadPdfium();
  const pdfium = await library;
  const pdf = await pdfium.loadDocument(bytes).catch((error: unknown) => {
    const encrypted = error instanceof Error && /password|security/i.test(error.message);
    throw new FileRefused(encrypted ? 'encrypted' : 'undecodable');
  });
  try {
    if (pdf.getPageCount() < 1) throw new FileRefused('undecodable');
    if (pdf.getPageCount() > limits.maxPages) throw new FileRefused('too-many-pages');
    return await use(pdf);
  } finally {
    pdf.destroy();
  }
}

/** A page may claim any size and shape; the drawing never grows past these bounds. */
async function drawAt(page: ReturnType<Pdf['getPage']>, { maxWidth }: FileLimits): Promise<RawPage> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0 && originalHeight > 0)) throw new FileRefused('undecodable');
  const scale = Math.min(maxWidth / originalWidth, (maxWidth * 3) / originalHeight);
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  return { data, width, height };
}
