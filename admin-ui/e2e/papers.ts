import { makeRenderer } from '../../server/adapters/rendering';
import type { Language } from '../../server/domain/claim';
import { demoApplication, demoIdCardPdf, pageAsPicture } from '../../server/demo/documents';

/** What a customer puts into a mail. */
export interface Paper {
  filename: string;
  content: Buffer;
  contentType: string;
}

interface Signer {
  surname: string;
  givenName: string;
  order: string;
  sum: string;
}

/** Who signs, of a name as customers write it: the given name first. */
export function signerOf(name: string, order: string, sum: string): Signer {
  const [givenName = name, surname = ''] = name.split(' ');
  return { surname, givenName, order, sum };
}

// Invented; its check digit fits.
const IIN = '900101300017';

/** A filled and signed Application as PDF, named as people name it. */
export async function applicationOf(language: Language, signer: Signer, at = Date.now()): Promise<Paper> {
  const content = await demoApplication(
    language,
    {
      name: `${signer.surname} ${signer.givenName}`,
      iin: IIN,
      phone: '+7 701 000 00 00',
      order: signer.order,
      paidOn: '20.11.2026',
      ground: 'refusal',
      goods: 'Керамика',
      receivedOn: '22.11.2026',
      sum: signer.sum,
      reason: language === 'kk' ? 'түсі сай келмеді' : 'не подошёл цвет',
      date: '24.11.2026',
    },
    at,
    7,
  );
  const filename = language === 'kk' ? 'Өтініш.pdf' : 'Заявление.pdf';
  return { filename, content, contentType: 'application/pdf' };
}

/** A picture of a plainly fictional identity card. */
export async function idCardOf(language: Language, signer: Signer, at = Date.now()): Promise<Paper> {
  const card = { ...signer, patronymic: '', bornOn: '01.01.1990', iin: IIN };
  const renderer = makeRenderer();
  const content = await pageAsPicture(await demoIdCardPdf(card, at), renderer);
  await renderer.close();
  return {
    filename: language === 'kk' ? 'Жеке куәлік.jpg' : 'Удостоверение.jpg',
    content,
    contentType: 'image/jpeg',
  };
}
