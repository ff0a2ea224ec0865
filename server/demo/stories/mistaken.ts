import { approve, askFor, checkAll, customerAnswers, note, proposeRefund, take } from '../acts';
import type { Story } from '../story';

/** Money that was taken twice or wrongly. */
export const MISTAKEN: Story[] = [
  {
    key: 'timur-double',
    person: 'timur',
    language: 'ru',
    kind: 'mistaken_operation',
    channel: 'mail',
    basket: [{ good: 'board', quantity: 1 }],
    payments: [{}, { after: 6 }],
    boughtBefore: 1,
    demand: { workdaysAgo: 3, at: '08:43' },
    words: {
      subject: 'Деньги списали два раза, {order}',
      text: 'Здравствуйте! За заказ {order} с карты дважды списали {sum}: страница зависла, я нажал «оплатить» ещё раз. Прошу вернуть второе списание.\n\nЗаявление, удостоверение и чек прикладываю.\n\nТимур Ахметжанов',
    },
    papers: ['application', 'id_photo', 'receipt_photo'],
    steps: [
      { at: { workdays: 0, at: '09:40' }, act: take('reviewer') },
      {
        at: { workdays: 1, at: '16:15' },
        act: note('reviewer', 'В списке шлюза два платежа с разницей в две минуты, сумма одна и та же.'),
      },
      { at: { workdays: 2, at: '10:12' }, act: checkAll('reviewer') },
    ],
  },
  {
    key: 'aliya-double',
    person: 'aliya',
    language: 'kk',
    kind: 'mistaken_operation',
    channel: 'mail',
    basket: [{ good: 'jar', quantity: 2 }],
    payments: [{ status: 'Declined', reasonCode: 5051 }, { after: 6 }, { after: 8 }],
    boughtBefore: 2,
    demand: { workdaysAgo: 9, at: '12:11' },
    words: {
      subject: 'Картадан ақша екі рет алынды',
      text: 'Сәлеметсіз бе.\n\n{order} тапсырысы үшін картамнан {sum} екі рет алынды. Біріншісінде қаражат жетпеді деп шықты, кейін екі рет өтіп кеткен. Артық алынған соманы қайтаруыңызды өтінемін.\n\nӨтініш, жеке куәлік, чек — бәрі қоса тіркелді.\n\nАлия Төребекова',
    },
    papers: ['application', 'id_photo', 'receipt'],
    steps: [
      { at: { workdays: 0, at: '14:25' }, act: take('reviewer2') },
      { at: { workdays: 0, at: '14:50' }, act: proposeRefund('reviewer2', 'double_debit', { payment: 1 }) },
      { at: { workdays: 1, at: '09:12' }, act: approve('manager') },
    ],
  },
  {
    key: 'murat-receipt',
    person: 'murat',
    language: 'kk',
    kind: 'mistaken_operation',
    channel: 'mail',
    basket: [{ good: 'bowl', quantity: 1 }],
    payments: [{}, { after: 5 }],
    boughtBefore: 2,
    demand: { workdaysAgo: 4, at: '10:20' },
    words: {
      subject: 'Қате төлем',
      text: 'Сәлем! {order} үшін қате операция болды, екі рет төлеппін. {sum} қайтарыңыздаршы. Өтініш пен куәлікті жібердім.\nМұрат',
    },
    papers: ['application', 'id_photo'],
    steps: [
      { at: { workdays: 0, at: '11:00' }, act: take('reviewer') },
      {
        at: { workdays: 0, at: '11:06' },
        act: askFor('reviewer', ['receipt'], 'Екі есептен шығару да көрінетін үзінді жарайды.'),
      },
      {
        at: { workdays: 2, at: '10:31' },
        act: customerAnswers('Чекті тауып, суретке түсірдім, тіркеп отырмын.', ['receipt_photo']),
      },
    ],
  },
  {
    key: 'pavel-unknown',
    person: 'pavel',
    language: 'ru',
    kind: 'mistaken_operation',
    channel: 'mail',
    basket: [{ good: 'chopsticks', quantity: 1 }],
    payments: [{}, { after: 7 }],
    boughtBefore: 3,
    demand: { workdaysAgo: 1, at: '09:05' },
    words: {
      subject: 'Двойное списание по заказу {order}',
      text: 'Добрый день! Повторно списали {sum} по заказу {order}. Верните лишнее, пожалуйста. Все документы во вложении.\nПавел Громов',
    },
    papers: ['application', 'id_photo', 'receipt'],
    steps: [
      { at: { workdays: 0, at: '10:10' }, act: take('reviewer2') },
      { at: { workdays: 0, at: '10:26' }, act: proposeRefund('reviewer2', 'double_debit', { payment: 1 }) },
      { at: { minutesAgo: 6 }, act: approve('manager2', { name: 'G5' }) },
    ],
  },
];
