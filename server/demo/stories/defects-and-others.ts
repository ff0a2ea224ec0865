import { approve, goods, note, proposeRefund, reject, take, write } from '../acts';
import type { Story } from '../story';

/** Defective goods, and demands of any other kind. */
export const DEFECTS_AND_OTHERS: Story[] = [
  {
    key: 'serik-grill',
    person: 'serik',
    language: 'kk',
    kind: 'defective',
    channel: 'mail',
    basket: [{ good: 'grill', quantity: 1 }],
    boughtBefore: 20,
    handedOverBefore: 17,
    demand: { workdaysAgo: 7, at: '19:30' },
    words: {
      subject: 'Грильдің ақауы бар, {order}',
      text: 'Сәлеметсіз бе!\n\n{order} тапсырысымен алған гриль бұзылып тұр: қызбайды, тоққа қосқанда шамы жанбайды. {sum} қайтаруды талап етемін.\n\nСуретін, чегін және өтінішті жібердім.\n\nСерік Оразбаев',
    },
    papers: ['application', 'id_photo', 'receipt', 'goods_photo'],
    steps: [
      { at: { workdays: 1, at: '09:33' }, act: take('reviewer') },
      { at: { workdays: 2, at: '11:48' }, act: goods('reviewer', 0, 'received') },
      {
        at: { workdays: 3, at: '15:20' },
        act: note('reviewer', 'Шебер қарады: қыздырғышы күйген, зауыттық ақау.'),
      },
      { at: { workdays: 3, at: '15:25' }, act: goods('reviewer', 0, 'inspected') },
      { at: { workdays: 4, at: '10:02' }, act: proposeRefund('reviewer', 'defect') },
      { at: { workdays: 4, at: '16:40' }, act: approve('manager', { name: 'G2' }) },
    ],
  },
  {
    key: 'lyudmila-phone',
    person: 'lyudmila',
    language: 'ru',
    kind: 'other',
    channel: 'phone',
    basket: [{ good: 'plates', quantity: 2 }],
    delivery: 2_500,
    boughtBefore: 9,
    handedOverBefore: 5,
    demand: { workdaysAgo: 5, at: '11:45' },
    words: { subject: '', text: '' },
    entered: { by: 'reviewer2' },
    papers: [],
    steps: [
      {
        at: { workdays: 0, at: '11:58' },
        act: note(
          'reviewer2',
          'Просит вернуть плату за доставку: привезли на три дня позже. Товар оставляет.',
        ),
      },
      {
        at: { workdays: 0, at: '12:10' },
        act: write(
          'reviewer2',
          'Здравствуйте, Людмила Петровна! Мы приняли Ваше обращение и уточняем у службы доставки, почему заказ приехал позже. Ответим письмом.',
        ),
      },
    ],
  },
  {
    key: 'andrey-letter',
    person: 'andrey',
    language: 'ru',
    kind: 'defective',
    channel: 'letter',
    basket: [{ good: 'teapot', quantity: 1 }],
    boughtBefore: 30,
    handedOverBefore: 26,
    demand: { workdaysAgo: 10, at: '10:00' },
    words: { subject: '', text: '' },
    entered: {
      by: 'reviewer',
      later: { workdays: 1, at: '09:30' },
      reason: 'Письмо получено канцелярией накануне',
    },
    papers: ['application_photo', 'id_copy'],
    steps: [
      { at: { workdays: 2, at: '12:00' }, act: take('reviewer') },
      {
        at: { workdays: 4, at: '17:05' },
        act: reject(
          'manager',
          'goods_used',
          'Осмотр показал: эмаль сколота от удара, следов производственного недостатка нет.',
        ),
      },
    ],
  },
];
