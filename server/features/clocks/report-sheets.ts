import type { BreachCause } from '../../domain/breach-cause';
import type { ClaimState, Language } from '../../domain/claim';
import type { DeadlineReport } from '../../domain/deadline-report';
import type { ClaimTermKind, ObligationKind } from '../../domain/obligations';
import type { Sheet } from '../../http/xlsx';

/** The report as three tables, in the reader's language; `authorities` are the names of the added kinds. Times are whole tenths of hours, so that Excel can count. */
export function reportSheets(
  { month, terms, causes, states }: DeadlineReport,
  language: Language,
  authorities: ReadonlyMap<string, string>,
): Sheet[] {
  const words = WORDS[language];
  const named = (kind: ObligationKind) =>
    authorities.get(kind) ?? (words.kind as Record<string, string>)[kind] ?? kind;
  const hours = (ms: number | null) => (ms === null ? null : Math.round(ms / 360_000) / 10);
  return [
    {
      name: `${words.terms} ${month}`,
      rows: [
        [
          words.term,
          words.met,
          words.breached,
          words.open,
          words.running,
          words.void,
          words.onTime,
          words.late,
        ],
        ...terms.map((row) => [
          named(row.kind),
          row.met,
          row.breached,
          row.open,
          row.running,
          row.void,
          row.onTime,
          hours(row.lateMs),
        ]),
      ],
    },
    {
      name: words.causes,
      rows: [
        [words.term, words.cause, words.count],
        ...causes.map(({ kind, cause, count }) => [named(kind), words.why[cause], count]),
      ],
    },
    {
      name: words.states,
      rows: [
        [words.state, words.claims, words.average, words.median, words.longest],
        ...states.map((row) => [
          words.in[row.state],
          row.claims,
          hours(row.averageMs),
          hours(row.medianMs),
          hours(row.longestMs),
        ]),
      ],
    },
  ];
}

type Heading =
  | 'terms' | 'term' | 'met' | 'breached' | 'open' | 'running' | 'void' | 'onTime' | 'late' | 'causes' | 'cause'
  | 'count' | 'states' | 'state' | 'claims' | 'average' | 'median' | 'longest'; // prettier-ignore

interface Words extends Record<Heading, string> {
  kind: Record<ClaimTermKind, string>;
  why: Record<BreachCause | 'unrecorded', string>;
  in: Record<ClaimState, string>;
}

const WORDS: Record<Language, Words> = {
  kk: {
    terms: 'Мерзімдер',
    term: 'Мерзім',
    met: 'Мерзімінде орындалды',
    breached: 'Мерзімі бұзылды',
    open: 'Оның ішінде әлі орындалмаған',
    running: 'Мерзімі жүріп жатыр',
    void: 'Қолданылмайды',
    onTime: 'Мерзімінде, %',
    late: 'Орташа кешігу, сағат',
    causes: 'Себептер',
    cause: 'Себебі',
    count: 'Саны',
    states: 'Күйлердегі уақыт',
    state: 'Күйі',
    claims: 'Жолданымдар',
    average: 'Орташа, сағат',
    median: 'Медиана, сағат',
    longest: 'Ең ұзағы, сағат',
    kind: {
      refund_10_days: 'Ақшаны қайтару (10 күн)',
      card_refund_3_working_days: 'Картаға қайтару (3 жұмыс күні)',
      answer_10_days: 'Наразылыққа жауап (10 күн)',
    },
    why: {
      customer_never_supplied: 'Клиент құжаттарды жібермеді',
      we_were_late: 'Біз кешіктік',
      gateway_down: 'Шлюз жұмыс істемеді',
      calendar_changed: 'Күнтізбе өзгерді',
      unrecorded: 'Себебі жазылмаған',
    },
    in: {
      received: 'Тіркелді',
      needs_documents: 'Құжат күтілуде',
      in_review: 'Қаралуда',
      proposed: 'Бекітуде',
      approved: 'Бекітілді',
      in_payout: 'Ақша қайтарылуда',
      resolved: 'Аяқталды',
      rejected: 'Қабылданбады',
      withdrawn: 'Кері қайтарып алынды',
      duplicate: 'Қайталама',
    },
  },
  ru: {
    terms: 'Сроки',
    term: 'Срок',
    met: 'Исполнено в срок',
    breached: 'Срок нарушен',
    open: 'Из них ещё не исполнено',
    running: 'Срок идёт',
    void: 'Не применяется',
    onTime: 'В срок, %',
    late: 'Среднее опоздание, часов',
    causes: 'Причины',
    cause: 'Причина',
    count: 'Количество',
    states: 'Время в состояниях',
    state: 'Состояние',
    claims: 'Обращений',
    average: 'Среднее, часов',
    median: 'Медиана, часов',
    longest: 'Наибольшее, часов',
    kind: {
      refund_10_days: 'Возврат денег (10 дней)',
      card_refund_3_working_days: 'Возврат на карту (3 рабочих дня)',
      answer_10_days: 'Ответ на претензию (10 дней)',
    },
    why: {
      customer_never_supplied: 'Клиент не прислал документы',
      we_were_late: 'Мы опоздали',
      gateway_down: 'Шлюз не работал',
      calendar_changed: 'Изменился календарь',
      unrecorded: 'Причина не записана',
    },
    in: {
      received: 'Зарегистрировано',
      needs_documents: 'Ожидаем документы',
      in_review: 'На рассмотрении',
      proposed: 'На утверждении',
      approved: 'Утверждено',
      in_payout: 'Возврат выполняется',
      resolved: 'Завершено',
      rejected: 'Отказано',
      withdrawn: 'Отозвано',
      duplicate: 'Дубликат',
    },
  },
  en: {
    terms: 'Terms',
    term: 'Term',
    met: 'Met',
    breached: 'Breached',
    open: 'Of these still open',
    running: 'Running',
    void: 'Void',
    onTime: 'On time, %',
    late: 'Average delay, hours',
    causes: 'Causes',
    cause: 'Cause',
    count: 'Count',
    states: 'Time in states',
    state: 'State',
    claims: 'Claims',
    average: 'Average, hours',
    median: 'Median, hours',
    longest: 'Longest, hours',
    kind: {
      refund_10_days: 'Refund (10 days)',
      card_refund_3_working_days: 'Card refund (3 working days)',
      answer_10_days: 'Answer to the claim (10 days)',
    },
    why: {
      customer_never_supplied: 'The customer never sent the documents',
      we_were_late: 'We were late',
      gateway_down: 'The gateway did not work',
      calendar_changed: 'The calendar changed',
      unrecorded: 'Cause not recorded',
    },
    in: {
      received: 'Received',
      needs_documents: 'Needs documents',
      in_review: 'In review',
      proposed: 'Awaiting approval',
      approved: 'Approved',
      in_payout: 'In payout',
      resolved: 'Resolved',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
      duplicate: 'Duplicate',
    },
  },
};
