import english from 'ra-language-english';
import { en } from './en';
import { kk } from './kk';
import { raKk } from './kk/ra';
import { ru } from './ru';

const flat = (tree: object, prefix = ''): Record<string, string> =>
  Object.entries(tree).reduce<Record<string, string>>(
    (all, [key, value]) =>
      typeof value === 'string'
        ? { ...all, [prefix + key]: value }
        : { ...all, ...flat(value as object, `${prefix}${key}.`) },
    {},
  );
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

const catalogues = { en: flat(en), kk: flat(kk), ru: flat(ru) };
const keys = Object.keys(catalogues.en).sort();

describe.each(['kk', 'ru'] as const)('%s', (language) => {
  it('has exactly the keys of English', () => {
    // The Russian library keeps one name that react-admin has dropped.
    const has = Object.keys(catalogues[language]).filter((key) => key !== 'ra.navigation.prev');
    expect(has.sort()).toEqual(keys);
  });

  it('fills our own texts with the same facts as English', () => {
    const own = keys.filter((key) => !key.startsWith('ra.'));
    const differ = own.filter(
      (key) => String(placeholders(catalogues[language][key]!)) !== String(placeholders(catalogues.en[key]!)),
    );
    expect(differ).toEqual([]);
  });

  it('writes no Latin letter inside a Cyrillic word', () => {
    const mixed = Object.entries(catalogues[language])
      .map(([key, text]) => [key, text.replace(/%\{\w+\}/g, ' ')] as const)
      .filter(([, text]) =>
        /[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]|[A-Za-z][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]/.test(text),
      );
    expect(mixed).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect(keys.filter((key) => catalogues[language][key] === '')).toEqual([]);
  });
});

it('translates every word of react-admin into Kazakh', () => {
  expect(Object.keys(flat(raKk)).sort()).toEqual(Object.keys(flat(english)).sort());
});

it('gives each counted Russian text its three forms, and each Kazakh one the same text twice', () => {
  const counted = keys.filter((key) => catalogues.en[key]!.includes('||||') && !key.startsWith('ra.'));
  expect(counted.length).toBeGreaterThan(3);
  for (const key of counted) {
    expect([key, catalogues.ru[key]!.split('||||').length]).toEqual([key, 3]);
    const [one, many] = catalogues.kk[key]!.split('||||').map((form) => form.trim());
    expect([key, one]).toEqual([key, many]);
  }
});

it('never uses words that the glossary forbids in Kazakh', () => {
  const forbidden = [
    /менеджер/i,
    /шағым/i,
    /бұйрық/i,
    /рецензент/i,
    /чек-лист/i,
    /^Бас тарту$/,
    /күндері ішінде/,
  ];
  const found = Object.entries(catalogues.kk).filter(([, text]) => forbidden.some((word) => word.test(text)));
  expect(found).toEqual([]);
});
