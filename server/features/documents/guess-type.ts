import type { DocumentType } from '../../domain/claim';

/**
 * Type of a document from its name, else from the text of a PDF; `other` when neither says.
 *
 * A guess for sorting only: a person's check decides, and staff can change it. Names are read in Kazakh, Russian and
 * English, also typed in Latin letters or without the Kazakh ones.
 */
export function guessDocumentType(name: string, text = ''): DocumentType {
  const stem = fold(name.replace(/\.[A-Za-z0-9]{1,8}$/, ''));
  return find(stem, NAME_WORDS) ?? find(fold(text.slice(0, 6000)), TEXT_WORDS) ?? 'other';
}

type Words = readonly (readonly [DocumentType, RegExp])[];

/** The order decides when a name says two things: «өтініш пен чек» is first of all the Application. */
const NAME_WORDS: Words = [
  ['application', / (отиниш|заявлен|заява|арыз|otinish|otynysh|zayavlen|zaiavlen|application|refund form)/],
  [
    'id_copy',
    / (куалик|удостовер|паспорт|толкужат|ыктиярхат|вид на жительство|passport|udost|kualik|kyalik|identity|residence permit|id ?card|id ?copy)| (id|жсн|иин|уд лич) /,
  ],
  [
    'receipt',
    / (чек|тубиртек|квитанц|выписк|узинди|касс|фискал|оплат|толем|receipt|cheque|chek|check|kvitan|invoice|statement|tubirtek|payment)/,
  ],
];

/** The Application names its annexes, so its own title is looked for first and whole. */
const TEXT_WORDS: Words = [
  [
    'application',
    /кайтару туралы отиниш|заявление на возврат|заявление о возврате|application for (a )?refund/,
  ],
  [
    'receipt',
    / (фискал|кассалык чек|кассовый чек|тубиртек|квитанция|чек но|итого|барлыгы|rrn|total paid|receipt) ?/,
  ],
  ['id_copy', / (жеке куалик|удостоверение личности|паспорт|identity card|passport) ?/],
];

function find(folded: string, words: Words): DocumentType | undefined {
  return words.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Lower case, Kazakh letters as their Russian neighbours, everything else than letters and digits as one space. */
function fold(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => LETTERS[letter] ?? letter);
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

const LETTERS: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};
