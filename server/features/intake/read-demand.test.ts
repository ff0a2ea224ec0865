import { readDemand } from './read-demand';

describe('the kind that words of a letter ask for', () => {
  it.each([
    ['Көйлек суреттегіге сәйкес келмеді, ақшаны қайтарыңыздар', null, 'refusal_after_handover'],
    ['Аяқ киім өлшеміме тура келмеді, қайтарғым келеді', null, 'refusal_after_handover'],
    ['Тапсырысым келмеді, ақшамды қайтарыңыз', null, 'refusal_before_handover'],
    ['Тауар әлі жеткізілмеді, бас тартамын', null, 'refusal_before_handover'],
    ['Картамнан екі рет ақша шешілді', null, 'mistaken_operation'],
    ['Жинақтағы ыдыс сынған, қайтарғым келеді', true, 'defective'],
    ['Oyinshyq unamady, aqshamdy qaitaryńyz', true, 'refusal_after_handover'],
    ['Прошу вернуть деньги, размер не подошёл', null, 'refusal_after_handover'],
    ['Хочу отказаться от заказа, ещё не привезли', null, 'refusal_before_handover'],
    ['С карты дважды списали 5 000 тенге', null, 'mistaken_operation'],
    ['Чайник не работает, прошу возврат', true, 'defective'],
    ['Please cancel my order', false, 'refusal_before_handover'],
    ['I was charged twice', null, 'mistaken_operation'],
  ])('%s', (text, handedOver, kind) => {
    expect(readDemand('', text, handedOver)).toMatchObject({ asks: 'money', kind });
  });
});

it.each([
  ['Тапсырысым қашан келеді?', 'question'],
  ['Подскажите, где мой заказ', 'question'],
  ['Where is my order', 'question'],
  ['Рақмет!', 'nothing'],
])('%s is a %s', (text, asks) => {
  expect(readDemand('', text, null).asks).toBe(asks);
});

it.each([
  ['12 500 теңгені қайтарыңыздар', 1_250_000],
  ['Маған 12 500 теңге қайтарылсын', 1_250_000],
  ['7990 тенгеге алған едім, қайтарыңыз', 799_000],
  ['верните 5 000 тг', 500_000],
  ['верните 5\u00a0000,50 ₸', 500_050],
  ['refund 4500 KZT please', 450_000],
  ['тапсырыс 12500 туралы', null],
])('%s names %s', (text, requestedMinor) => {
  expect(readDemand('', text, null).requestedMinor).toBe(requestedMinor);
});

it('reads only what the writer added, not what is quoted', () => {
  const text = 'Рақмет!\n\n> Прошу вернуть деньги 5 000 тг';
  expect(readDemand('Re: сұрақ', text, null)).toMatchObject({ asks: 'nothing', requestedMinor: null });
});
