import type { Language } from './claim';

/** Clauses that a verdict, a deadline or a letter cites; the keys are stable and stored. */
export const CLAUSE_KEYS = [
  'policy.card',
  'policy.refund.1',
  'policy.refund.2',
  'policy.refund.3',
  'policy.refund.4',
  'policy.application',
  'policy.mistaken',
  'policy.equals',
  'law274.14',
  'law274.30.1',
  'law274.42-4.2',
] as const;
export type ClauseKey = (typeof CLAUSE_KEYS)[number];

export interface Clause {
  /** How a letter names the place. */
  name: Record<Language, string>;
  /** The words. The Kazakh text of the policy is the original, the others render it; of the law it is the sense. */
  text: Record<Language, string>;
}

const POLICY = {
  kk: 'Төлем туралы ақпарат, «Ақша қаражаттарын қайтару»',
  ru: 'Информация об оплате, «Возврат денежных средств»',
  en: 'Payment information, "Refunds"',
};
const LAW = {
  kk: '«Тұтынушылардың құқықтарын қорғау туралы» Заң',
  ru: 'Закон «О защите прав потребителей»',
  en: 'Law "On Protection of Consumer Rights"',
};

const policy = (point?: number): Record<Language, string> =>
  point === undefined
    ? POLICY
    : {
        kk: `${POLICY.kk}, ${point}-тармақ`,
        ru: `${POLICY.ru}, п. ${point}`,
        en: `${POLICY.en}, clause ${point}`,
      };

export const POLICY_CLAUSES: Readonly<Record<ClauseKey, Clause>> = {
  'policy.card': {
    name: policy(),
    text: {
      kk: 'Төлем карталары арқылы онлайн-төлем жүргізу кезінде қолма-қол ақша қаражаттарымен қайтаруға жол берілмейді.',
      ru: 'При онлайн-оплате платёжными картами возврат наличными денежными средствами не допускается.',
      en: 'After an online payment by card a refund in cash is not allowed.',
    },
  },
  'policy.refund.1': {
    name: policy(1),
    text: {
      kk: 'Тұтынушы тауарды бергенге дейін кез келген уақытта одан бас тартуға құқылы, тауарды бергеннен кейін бас тартуды 14 күн ішінде ресімдеу қажет',
      ru: 'Потребитель вправе отказаться от товара в любое время до его передачи, после передачи отказ необходимо оформить в течение 14 дней',
      en: 'The consumer may refuse the goods at any time before they are handed over; after handover the refusal must be made within 14 days',
    },
  },
  'policy.refund.2': {
    name: policy(2),
    text: {
      kk: 'Егер тауардың тауарлық түрі, тұтыну қасиеттері, сондай-ақ аталған тауарды сатып алу фактісі мен шарттарын растайтын құжат сақталған жағдайда, тиісті сападағы тауарды қайтару мүмкін болады',
      ru: 'Возврат товара надлежащего качества возможен, если сохранены его товарный вид, потребительские свойства, а также документ, подтверждающий факт и условия покупки',
      en: 'Goods of proper quality may be returned if their appearance, consumer properties and a document that proves the fact and terms of the purchase are kept',
    },
  },
  'policy.refund.3': {
    name: policy(3),
    text: {
      kk: 'Егер көрсетілген тауарды тек оны сатып алатын адам ғана пайдалана алатын болса, тұтынушы жеке-белгілі бір қасиеттері бар тиісті сападағы тауардан бас тартуға құқылы емес',
      ru: 'Потребитель не вправе отказаться от товара надлежащего качества, имеющего индивидуально-определённые свойства, если этот товар может использовать только приобретающий его человек',
      en: 'The consumer may not refuse goods of proper quality with individually-defined properties if only the person who buys them can use them',
    },
  },
  'policy.refund.4': {
    name: policy(4),
    text: {
      kk: 'Тұтынушы тарапынан тауардан бас тартқан кезде сатушы тұтынушы тиісті талап қойған күннен бастап он күннен кешіктірмей тұтынушы төлеген ақшалай соманы оған қайтаруға тиіс.',
      ru: 'При отказе потребителя от товара продавец должен вернуть ему уплаченную сумму не позднее десяти дней со дня предъявления потребителем соответствующего требования.',
      en: 'When the consumer refuses the goods, the seller must return the sum paid no later than ten days after the day on which the consumer presented the demand.',
    },
  },
  'policy.application': {
    name: policy(),
    text: {
      kk: 'Ақшалай қаражатты қайтару Компания «Ақшалай қаражатты қайтару туралы өтінішті» алған күннен бастап 3 жұмыс күні ішінде банк картасына жүзеге асырылады.',
      ru: 'Возврат денежных средств на банковскую карту производится в течение 3 рабочих дней со дня получения Компанией «Заявления на возврат денежных средств».',
      en: 'The refund to the bank card is made within 3 working days of the day on which the Company received the "Application for refund".',
    },
  },
  'policy.mistaken': {
    name: policy(),
    text: {
      kk: 'Қателіктермен жүргізілген операциялар бойынша ақшалай қаражатты қайтару үшін жазбаша өтінішпен және жеке басын куәландыратын құжаттың көшірмесімен және қате есептен шығарылғанын растайтын чектермен/түбіртектермен жүгіну қажет.',
      ru: 'Для возврата денежных средств по ошибочно проведённым операциям необходимо обратиться с письменным заявлением, копией документа, удостоверяющего личность, и чеками/квитанциями, подтверждающими ошибочное списание.',
      en: 'For the refund of a mistaken operation a written application is needed, with a copy of an identity document and cheques or receipts that prove the mistaken debit.',
    },
  },
  'policy.equals': {
    name: policy(),
    text: {
      kk: 'Қайтару сомасы сатып алу сомасына тең болады.',
      ru: 'Сумма возврата равна сумме покупки.',
      en: 'The refund equals the purchase sum.',
    },
  },
  'law274.14': {
    name: { kk: `${LAW.kk}, 14-бап`, ru: `${LAW.ru}, ст. 14`, en: `${LAW.en}, art. 14` },
    text: {
      kk: 'Тиісті сападағы тауарды айырбастау және қайтару.',
      ru: 'Обмен и возврат товара надлежащего качества.',
      en: 'Exchange and return of goods of proper quality.',
    },
  },
  'law274.30.1': {
    name: {
      kk: `${LAW.kk}, 30-бап, 1-тармақ`,
      ru: `${LAW.ru}, ст. 30, п. 1`,
      en: `${LAW.en}, art. 30, par. 1`,
    },
    text: {
      kk: 'Тауарлардың жекелеген түрлері айырбастауға және қайтаруға жатпайды.',
      ru: 'Отдельные виды товаров не подлежат обмену и возврату.',
      en: 'Some kinds of goods are exempt from exchange and return.',
    },
  },
  'law274.42-4.2': {
    name: {
      kk: `${LAW.kk}, 42-4-бап, 2-тармақ`,
      ru: `${LAW.ru}, ст. 42-4, п. 2`,
      en: `${LAW.en}, art. 42-4, par. 2`,
    },
    text: {
      kk: 'Тұтынушының наразылығына күнтізбелік он күн ішінде дәлелді жазбаша жауап беріледі.',
      ru: 'На претензию потребителя даётся мотивированный письменный ответ в течение десяти календарных дней.',
      en: "A consumer's claim is answered in writing, with reasons, within ten calendar days.",
    },
  },
};

export function isClauseKey(text: string): text is ClauseKey {
  return (CLAUSE_KEYS as readonly string[]).includes(text);
}
