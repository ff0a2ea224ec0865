import type { Language } from '../../domain/claim';
import type { EscalationStep } from '../../domain/escalation';
import type { ClaimTermKind } from '../../domain/obligations';

/** The words of the mail that tells staff which terms need attention; it never leaves the house. */
export interface DigestWords {
  subject: string;
  intro: string;
  line: string;
  more: string;
  why: string;
  step: Record<EscalationStep, string>;
  term: Record<ClaimTermKind, string>;
}

export const DIGEST_WORDS: Record<Language, DigestWords> = {
  kk: {
    subject: 'Qaitarym: назар аударуды қажет ететін мерзімдер ({count})',
    intro: 'Мына мерзімдерге назар аударыңыз:',
    line: '№ {number} жолданым – {term}. Соңғы күн: {date}. {step}.',
    more: 'Тағы {count} мерзімді «Ескертулер» бетінен көріңіз:',
    why: 'Бұл хат осы жолданымдарға жауапты маманға және басшыларға жіберіледі.',
    step: {
      first: 'Мерзімі таяп қалды (бірінші ескерту)',
      second: 'Мерзімі таяп қалды (екінші ескерту)',
      target: 'Ішкі мерзім өтті',
      breach: 'Мерзімі бұзылды',
      overdue: 'Мерзімі бұзылды, әлі орындалған жоқ',
    },
    term: {
      refund_10_days: 'ақшаны қайтару',
      card_refund_3_working_days: 'картаға қайтару',
      answer_10_days: 'наразылыққа жауап',
    },
  },
  ru: {
    subject: 'Qaitarym: сроки, которые требуют внимания ({count})',
    intro: 'Обратите внимание на эти сроки:',
    line: 'Обращение № {number}: {term}. Последний день: {date}. {step}.',
    more: 'Остальные сроки ({count}) смотрите на странице «Предупреждения»:',
    why: 'Это письмо получают ответственный за обращение и руководители.',
    step: {
      first: 'Срок скоро истекает (первое предупреждение)',
      second: 'Срок скоро истекает (второе предупреждение)',
      target: 'Внутренний срок прошёл',
      breach: 'Срок нарушен',
      overdue: 'Срок нарушен и всё ещё не исполнен',
    },
    term: {
      refund_10_days: 'возврат денег',
      card_refund_3_working_days: 'возврат на карту',
      answer_10_days: 'ответ на претензию',
    },
  },
  en: {
    subject: 'Qaitarym: terms that need attention ({count})',
    intro: 'These terms need attention:',
    line: 'Claim {number}: {term}. Last day: {date}. {step}.',
    more: 'See the other terms ({count}) on the page "Warnings":',
    why: 'This letter goes to those who hold the claims and to managers.',
    step: {
      first: 'Due soon (first warning)',
      second: 'Due soon (second warning)',
      target: 'The internal target has passed',
      breach: 'Breached',
      overdue: 'Breached and still open',
    },
    term: {
      refund_10_days: 'refund',
      card_refund_3_working_days: 'card refund',
      answer_10_days: 'answer to the claim',
    },
  },
};
