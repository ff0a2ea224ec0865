import polyglot from 'ra-i18n-polyglot';
import { kk } from '../i18n/kk';
import { outcomeWord } from './outcomeWord';

const provider = polyglot(() => kk, 'kk', [], { allowMissing: true });
const word = (code: string) => outcomeWord((key, options) => provider.translate(key, options), code);

it.each([
  ['accepted', 'шлюз қабылдады'],
  ['unknown:timeout', 'нәтижесі белгісіз: уақытында жауап келмеді'],
  ['not_sent:auth', 'жіберілмеді: шлюз біздің кілттерді қабылдамады'],
  ['unknown:brand_new', 'нәтижесі белгісіз (unknown:brand_new)'],
  ['http_status', 'шлюз қате қайтарды'],
  ['cap_per_day', 'кідіртілді: күндік шек таусылды'],
  ['5051', 'код: 5051'],
])('%s', (code, words) => {
  expect(word(code)).toBe(words);
});
