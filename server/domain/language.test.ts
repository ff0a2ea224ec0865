import { detectLanguage } from './language';

/** The thirty sentences of the glossary, §5. */
it.each([
  ['kk', 'Тауарды қайтарғым келеді, ақшамды қашан аламын?'],
  ['kk', 'Тапсырысым әлі келген жоқ, бас тартамын.'],
  ['kk', 'Өтініш пен жеке куәліктің көшірмесін тіркедім.'],
  ['kk', 'Картамнан екі рет ақша шешілді.'],
  ['kk', 'Жауап күтемін.'],
  ['kk', 'Саламатсызба, акшамды калай кайтарып алам?'],
  ['kk', 'тауарды кайтару керек, размери тура келмеди'],
  ['kk', 'отиниш жибердим, кашан тусед акша'],
  ['kk', 'Екі рет төледім, бір төлемді возврат жасаңызшы'],
  ['kk', 'заказ 10452 бойынша возврат керек, доставка кешікті'],
  ['kk', 'Здравствуйте! Ақшам әлі түскен жоқ, қашан түседі?'],
  ['kk', 'Сəлеметсіз бе, өтiнiштi қалай толтырамын?'],
  ['kk', 'Salemetsiz be, aqshamdy qashan qaitarasyzdar?'],
  ['kk', 'Taýardy qaıtaryp, aqshamdy alǵym keledi.'],
  ['kk', 'akwamdy kaitaryp berinizshi, eki ret toledim'],
  ['ru', 'Хочу отказаться от заказа, как вернуть деньги?'],
  ['ru', 'С карты списали дважды, чеки во вложении.'],
  ['ru', 'Отправляю заявление и копию удостоверения.'],
  ['ru', 'Прошу вернуть 12 500 тг за заказ 10452'],
  ['ru', 'Оплата не проходит, пишет ошибку'],
  ['ru', 'Салем, верните деньги, размер не подошел'],
  ['ru', 'Рахмет за ответ, но деньги так и не пришли'],
  ['ru', 'Zdravstvuite, vernite dengi za zakaz 10452'],
  ['en', 'I was charged twice for order 10452.'],
  ['en', 'How can I return the shoes? Wrong size.'],
  ['en', 'Application and ID copy attached. Thanks'],
  ['en', 'Where is my money?'],
])('hears %s in «%s»', (language, text) => {
  expect(detectLanguage('', text)).toMatchObject({ language, sure: true });
});

it.each(['10452', 'Рахмет!', ''])('is not sure of «%s»', (text) => {
  expect(detectLanguage('', text).sure).toBe(false);
});

it('answers in both when the letter is written in both', () => {
  expect(
    detectLanguage('', 'Чекті қосымшада жібердім.\nОтправляю вам чек во вложении, верните деньги.').both,
  ).toBe(true);
});

it('does not read what the customer only quotes', () => {
  const text = 'Ақшамды қайтарыңыз.\n\nUMAMI пишет:\n> Прошу прислать заявление и копию, пожалуйста';
  expect(detectLanguage('', text)).toMatchObject({ language: 'kk', sure: true, both: false });
});
