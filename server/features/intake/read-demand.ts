import type { ClaimKind } from '../../domain/claim';
import { foldForSearch } from '../../domain/fold';
import { ownWords } from '../../domain/mail-text';
import { parseMoney } from '../../domain/money-text';

/** What the words of a letter ask for; a guess for sorting, a person corrects it. */
export interface Demand {
  asks: 'money' | 'question' | 'nothing';
  kind: ClaimKind;
  requestedMinor: number | null;
}

/**
 * Reads a letter by words of the three languages, Kazakh also without its own letters.
 * A demand in any form starts the ten days, so in doubt between a demand and a question it is a demand.
 */
export function readDemand(subject: string, text: string, handedOver: boolean | null): Demand {
  const own = `${subject}\n${ownWords(text)}`.slice(0, 20_000);
  const folded = foldForSearch(own);
  const money = DEMAND.test(folded) || MISTAKEN.test(folded) || REFUSAL.test(folded) || DEFECT.test(folded);
  const asks = money ? 'money' : QUESTION.test(folded) ? 'question' : 'nothing';
  return { asks, kind: kindOf(folded, handedOver), requestedMinor: sumIn(own) };
}

/** Whether a question is about paying, in words of the three languages. */
export function asksAboutPayment(subject: string, text: string): boolean {
  return PAYING.test(foldForSearch(`${subject}\n${ownWords(text)}`.slice(0, 20_000)));
}

function kindOf(folded: string, handedOver: boolean | null): ClaimKind {
  if (MISTAKEN.test(folded)) return 'mistaken_operation';
  if (DEFECT.test(folded)) return 'defective';
  if (BEFORE.test(folded)) return 'refusal_before_handover';
  if (AFTER.test(folded) || handedOver === true) return 'refusal_after_handover';
  // Refusing an order, and no sign that the goods have come.
  if (handedOver === false || REFUSAL.test(folded)) return 'refusal_before_handover';
  return DEMAND.test(folded) ? 'refusal_after_handover' : 'other';
}

/** The first sum with a sign of money behind it, which Kazakh inflects (теңгені, теңгеге). */
function sumIn(text: string): number | null {
  const found =
    /(?<![\d.,])(\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}|\d{1,9})([.,]\d{1,2})?[ \u00a0]?(?:₸|(?:те[ңн]ге|tenge)\p{L}{0,6}|тг|kzt|tg)(?!\p{L})/iu.exec(
      text,
    );
  if (!found) return null;
  try {
    return parseMoney(`${found[1] ?? ''}${found[2] ?? ''}`);
  } catch {
    return null;
  }
}

// All over folded text: ә→а, қ→к, ұ→у, і→и, ё→е, lower case, one space between words.
const DEMAND =
  /возврат|верн(?:ите|уть|ёте|ете)|вернул[иь]|деньги назад|заявлени|кайтар|отиниш|акшам|акшаны|refund|money back|return the|return my|give back|reimburs|application|vernite|vozvrat|qaitar|kaitar|qaıtar|otinish/;
const REFUSAL =
  /отказ(?:аться|ываюсь|ыва|от)|отменит|отмена заказ|бас тарт|cancel (?:my |the )?order|cancel order/;
const MISTAKEN =
  /дважды|два раза|двойн|повторно списа|лишн\S* списа|ошибочн\S* (?:списа|плат|операц|перев)|списали|еки рет|екинши рет|кате (?:операц|шешил|есептен|толе)|twice|double[- ]?charg|charged double|charged two|by mistake|wrong amount|eki ret/;
const DEFECT =
  /брак|дефект|слома|не работает|поврежд|недостат(?:ок|к)|акау|кемшилик|сынган|бузыл|defect|broken|damaged|faulty|does not work/;
const BEFORE =
  /не получил|не доставил|не привез|не пришел заказ|еще не (?:пришел|привезли|доставили)|до получения|до передачи|келген жок|(?<!(?:тура|сай|сайкес|дал|дал де) )келмеди|жеткизилме|жеткизген жок|берилгенге дейин|not (?:been )?(?:delivered|received|arrived)|before (?:delivery|handover)/;
const AFTER =
  /размер|не подош|не понрав|олшем|тура келме|сай келме|сайкес келме|дал келме|жарамады|унамады|wrong size|does not fit|doesn't fit|after (?:delivery|handover)|получил|алдым|received/;
const PAYING =
  /оплат|плат[её]ж|плачу|карт|толе|транзакц|pay|paid|card|declin|transaction|oplat|tole[mdi]|tóle/;
const QUESTION =
  /\?|как |когда|почему|где |сколько|можно ли|подскажите|не проходит|оплат|плат[её]ж|доставк|заказ|калай|кашан|неге|кайда|канша|толем|тапсырыс|жеткизу|болама|how |when |where |why |what |payment|order|deliver/;
