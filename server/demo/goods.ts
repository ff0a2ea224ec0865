import type { Language } from '../domain/claim';

export interface Good {
  title: Record<Language, string>;
  /** Tenge. */
  price: number;
  category: string;
  individuallyDefined?: boolean;
}

/** What the demo's shop sells: tableware. An order keeps the title in the language that it was placed in. */
export const GOODS = {
  bowl: { title: { kk: 'Керамика кесе «Көктем»', ru: 'Керамическая пиала «Весна»', en: 'Ceramic bowl “Spring”' }, price: 6_250, category: 'tableware' },
  chopsticks: { title: { kk: 'Бамбук таяқша, 4 жұп', ru: 'Бамбуковые палочки, 4 пары', en: 'Bamboo chopsticks, 4 pairs' }, price: 4_900, category: 'tableware' },
  teapot: { title: { kk: 'Шойын шәйнек, 0,8 л', ru: 'Чугунный чайник, 0,8 л', en: 'Cast-iron teapot, 0.8 l' }, price: 14_000, category: 'tableware' },
  pan: { title: { kk: 'Вок таба, 30 см', ru: 'Сковорода вок, 30 см', en: 'Wok pan, 30 cm' }, price: 23_750, category: 'tableware' },
  knife: { title: { kk: 'Сантоку пышағы, 17 см', ru: 'Нож сантоку, 17 см', en: 'Santoku knife, 17 cm' }, price: 27_400, category: 'tableware' },
  cooker: { title: { kk: 'Күріш пісіргіш, 1,5 л', ru: 'Рисоварка, 1,5 л', en: 'Rice cooker, 1.5 l' }, price: 41_200, category: 'technically_complex' },
  board: { title: { kk: 'Бамбук тақтай, 40 × 28 см', ru: 'Разделочная доска из бамбука, 40 × 28 см', en: 'Bamboo cutting board, 40 × 28 cm' }, price: 8_990, category: 'tableware' },
  cups: { title: { kk: 'Шай жинағы, 6 кесе', ru: 'Чайный набор, 6 чашек', en: 'Tea set, 6 cups' }, price: 18_600, category: 'tableware' },
  tray: { title: { kk: 'Ағаш науа', ru: 'Деревянный поднос', en: 'Wooden tray' }, price: 7_300, category: 'tableware' },
  apron: { title: { kk: 'Зығыр алжапқыш', ru: 'Льняной фартук', en: 'Linen apron' }, price: 9_900, category: 'textiles' },
  grill: { title: { kk: 'Үстелге қоятын гриль', ru: 'Настольный гриль', en: 'Table grill' }, price: 56_450, category: 'technically_complex' },
  jar: { title: { kk: 'Шыны банка, 1 л', ru: 'Стеклянная банка, 1 л', en: 'Glass jar, 1 l' }, price: 2_450, category: 'tableware' },
  engraved: { title: { kk: 'Аты-жөні ойылған пышақ', ru: 'Нож с именной гравировкой', en: 'Knife engraved with a name' }, price: 34_900, category: 'tableware', individuallyDefined: true },
  plates: { title: { kk: 'Табақтар жинағы, 4 дана', ru: 'Набор тарелок, 4 шт.', en: 'Set of plates, 4 pieces' }, price: 15_800, category: 'tableware' },
  service: { title: { kk: 'Ас ішетін сервиз, 12 адамға', ru: 'Столовый сервиз на 12 персон', en: 'Dinner service for 12' }, price: 112_900, category: 'tableware' },
  cloth: { title: { kk: 'Дастарқан, 150 × 220 см', ru: 'Скатерть, 150 × 220 см', en: 'Tablecloth, 150 × 220 cm' }, price: 12_400, category: 'textiles' },
} as const satisfies Record<string, Good>; // prettier-ignore

export type GoodName = keyof typeof GOODS;
