import polyglot from 'ra-i18n-polyglot';
import { SETTING_DEFINITIONS } from '../../../server/domain/legal-settings';
import { en } from '../i18n/en';
import { kk } from '../i18n/kk';
import { ru } from '../i18n/ru';
import { SETTING_GROUPS } from './groups';
import { settingKey, valueWord } from './valueWord';

const translatorOf = (messages: object) => {
  const provider = polyglot(() => messages as typeof en, 'xx', [], { allowMissing: true });
  return (key: string, options?: Record<string, unknown>) => provider.translate(key, options);
};

describe.each([
  ['kk', kk],
  ['ru', ru],
  ['en', en],
])('in %s', (_language, messages) => {
  const translate = translatorOf(messages);

  it.each(SETTING_DEFINITIONS.map(({ key }) => key))('%s has a name, a reason and a ground', (key) => {
    for (const part of ['name', 'reason', 'source']) {
      expect(translate(`setting.${part}.${settingKey(key)}`, { _: '' })).not.toBe('');
    }
  });

  it('every choice has its words', () => {
    const choices = SETTING_DEFINITIONS.flatMap(({ type }) => (type.is === 'choice' ? type.options : []));
    expect(choices.filter((choice) => translate(`setting.value.${choice}`, { _: '' }) === '')).toEqual([]);
  });
});

it('every setting stands in one group', () => {
  const grouped = SETTING_GROUPS.flatMap(({ keys }) => keys);
  expect([...grouped].sort()).toEqual(SETTING_DEFINITIONS.map(({ key }) => key).sort());
});

it('says values as people do', () => {
  const translate = translatorOf(en);
  expect(valueWord(translate, 'tenDay.days', 10)).toBe('10 days');
  expect(valueWord(translate, 'card.workingDays', 1)).toBe('1 working day');
  expect(valueWord(translate, 'goods.payoutWaits', false)).toBe('no');
  expect(valueWord(translate, 'dayZero', 'next_day')).toBe('on the day after');
  expect(valueWord(translate, 'endOfTerm', '24:00')).toBe('24:00');
});
