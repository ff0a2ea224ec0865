import { almatyDate } from '../../domain/almaty-time';
import { addDays } from '../../domain/calendar-date';
import type { AskableItem, Language } from '../../domain/claim';
import { fill, type Values } from './fill';
import { declineParagraphs } from './decline-letter';
import { letterDate, workingDays } from './letter-dates';
import { letterMoney } from './letter-money';
import type { LetterFacts } from './letter-facts';
import { clauseOf } from './clause-of';
import type { LetterKey, LetterSubject } from './words';

/** After this many days a refund that has not arrived is worth a question. */
const ASK_AFTER_DAYS = 10;

export interface ComposedLetter {
  subject: string;
  /** Paragraphs divided by empty lines. */
  text: string;
}

/** A claim's letter in one language; the facts are the same in each. */
export function composeLetter(language: Language, facts: LetterFacts): ComposedLetter {
  const say = (key: LetterKey, values?: Values) => fill(language, key, values);
  const subject: LetterSubject =
    facts.kind === 'acknowledgement' && facts.completed ? 'complete' : facts.kind;
  const greeting = facts.name === '' ? say('greetingUnnamed') : say('greeting', { name: facts.name });
  return {
    subject: say(`subject.${subject}`, { number: facts.number }),
    text: [greeting, ...bodyOf(language, facts), say('closing')].filter((part) => part !== '').join('\n\n'),
  };
}

function bodyOf(language: Language, facts: LetterFacts): string[] {
  const say = (key: LetterKey, values?: Values) => fill(language, key, values);
  switch (facts.kind) {
    case 'acknowledgement':
      return [
        say('registered', { number: facts.number }),
        ...understood(language, facts),
        lines(...termsOf(language, facts)),
        ...missingOf(language, facts.missing),
        say('neverSend'),
        say('nextStep'),
      ];
    case 'deficiency':
      return [
        ...missingOf(language, facts.items),
        facts.note,
        lines(...termsOf(language, facts)),
        facts.refundDueOn === null
          ? ''
          : say('tenDaysRun', { date: letterDate(language, facts.refundDueOn) }),
        say('neverSend'),
      ];
    case 'decision_refund':
      return [
        lines(
          say('granted', { amount: letterMoney(facts.amountMinor ?? 0, facts.currency) }),
          ...comparedSum(language, facts),
        ),
        say('ground', clauseValues(language, facts)),
        lines(say('onlyCard'), ...facts.cards.map((last) => say('toCard', { last }))),
        lines(...termsOf(language, { ...facts, answerDueOn: null })),
        say('bankTime'),
      ];
    case 'decision_reject':
      return [
        say('refused', clauseValues(language, facts)),
        facts.note === '' ? '' : say('facts', { note: facts.note }),
        say('newProof'),
        say('remedies'),
        facts.decidedBy === '' ? '' : say('decidedBy', { name: facts.decidedBy }),
      ];
    case 'payout':
      return [
        ...facts.payouts.map((payout) =>
          lines(
            say('paid', {
              date: letterDate(language, almatyDate(payout.settledAt)),
              amount: letterMoney(payout.amountMinor, payout.currency),
              reference: payout.reference,
            }),
            payout.card === null ? '' : say('toCard', { last: payout.card }),
          ),
        ),
        lines(say('arrives'), say('notArrived', { until: letterDate(language, askAfter(facts)) })),
        say('closed'),
      ];
    case 'date_correction':
      return [
        say('datesChanged', { number: facts.number }),
        lines(say('datesBefore'), ...termsOf(language, facts)),
      ];
    case 'reminder':
    case 'waiting_warning':
      return [
        say('reminding', { date: letterDate(language, facts.askedOn) }),
        ...missingOf(language, facts.items),
        facts.kind === 'waiting_warning'
          ? say('mayClose', { date: letterDate(language, facts.closesOn) })
          : '',
        lines(...termsOf(language, facts)),
        say('neverSend'),
      ];
    case 'closing': {
      const [missing = ''] = missingOf(language, facts.items);
      return [
        say('closedUnsupplied', { number: facts.number }),
        missing,
        facts.note === '' ? '' : say('facts', { note: facts.note }),
        say('closedAgain'),
        say('remedies'),
        facts.decidedBy === '' ? '' : say('decidedBy', { name: facts.decidedBy }),
      ];
    }
    case 'withdrawal':
      return [say('withdrawn', { number: facts.number }), say('withdrawnAgain')];
    case 'payment_failed':
      return facts.attempt === null ? [] : declineParagraphs(language, facts.attempt);
    case 'refund_reversed':
      return [
        ...facts.payouts.map((payout) =>
          lines(
            say('cameBack', {
              date: letterDate(language, almatyDate(payout.settledAt)),
              amount: letterMoney(payout.amountMinor, payout.currency),
            }),
            payout.card === null ? '' : say('toCard', { last: payout.card }),
          ),
        ),
        say('sentAgain', { number: facts.number }),
        say('cardClosed'),
        say('neverSend'),
      ];
    case 'reply':
      return [facts.text];
  }
}

function understood(language: Language, facts: LetterFacts): string[] {
  const say = (key: LetterKey, values?: Values) => fill(language, key, values);
  const { claimKind, orderNumber, requestedMinor, currency, demandedAt } = facts;
  return [
    lines(
      say('kind', { kind: say(`kind.${claimKind}`) }),
      orderNumber === null ? '' : say('order', { order: orderNumber }),
      requestedMinor === null ? '' : say('sum', { amount: letterMoney(requestedMinor, currency) }),
      say('receivedOn', { date: letterDate(language, almatyDate(demandedAt)) }),
    ),
  ];
}

/** What the sum stands for: the price of the goods, or a part of what was asked. */
function comparedSum(language: Language, facts: LetterFacts): string[] {
  const { amountMinor, requestedMinor, equalsPurchase, currency } = facts;
  if (equalsPurchase) return [fill(language, 'equals')];
  if (requestedMinor === null || (amountMinor ?? 0) >= requestedMinor) return [];
  return [fill(language, 'sum', { amount: letterMoney(requestedMinor, currency) })];
}

/** The dates that run; a clock that has not begun is told as what it waits for. */
function termsOf(language: Language, facts: LetterFacts): string[] {
  const say = (key: LetterKey, values?: Values) => fill(language, key, values);
  const { refundDueOn, cardDueOn, answerDueOn, cardDays, cardApplies, claimKind } = facts;
  const date = (on: string) => ({ date: letterDate(language, on) });
  const waits = claimKind === 'mistaken_operation' ? 'cardWaitsReceipts' : 'cardWaits';
  return [
    refundDueOn === null ? '' : say('refundDue', date(refundDueOn)),
    cardDueOn === null
      ? cardApplies
        ? say(waits, { days: String(cardDays), workingDays: workingDays(language, cardDays) })
        : ''
      : say('cardDue', date(cardDueOn)),
    answerDueOn === null ? '' : say('answerDue', date(answerDueOn)),
    facts.provisional ? say('provisional') : '',
  ];
}

function missingOf(language: Language, items: readonly AskableItem[]): string[] {
  if (items.length === 0) return [fill(language, 'complete')];
  const list = items.map((item) => fill(language, `item.${item}`));
  const ended = list.map((line, index) => (index === list.length - 1 ? line.replace(/;$/, '.') : line));
  const how = [fill(language, 'howToSend')];
  if (items.includes('receipt')) how.push(fill(language, 'lostReceipt'));
  return [lines(fill(language, 'missing'), ...ended), lines(...how)];
}

function clauseValues(language: Language, { claimKind, reasonCode }: LetterFacts): Values {
  const { name, quote } = clauseOf(claimKind, reasonCode, language);
  return { clause: name, quote };
}

function askAfter({ payouts, now }: LetterFacts): string {
  return addDays(almatyDate(Math.max(now, ...payouts.map(({ settledAt }) => settledAt))), ASK_AFTER_DAYS);
}

function lines(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
