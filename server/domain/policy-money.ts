import { addMonths } from './calendar-date';
import type { PolicyFacts, PolicyPayment, PolicyReason } from './policy-facts';
import { reason } from './policy-reason';
import type { LegalSettings } from './setting-types';

/** Rules about the payment and about who asks for it. */
export function moneyRules(facts: PolicyFacts, settings: LegalSettings): PolicyReason[] {
  const found: PolicyReason[] = [];
  if (facts.payment) found.push(...paymentRules(facts, facts.payment, settings));
  else found.push(reason('payment_unknown', 'policy.card', 'manual'));
  if (facts.authority === 'missing') found.push(reason('other_person', 'policy.application', 'manual'));
  if (facts.lines.some(({ refundedBefore }) => refundedBefore))
    found.push(reason('line_refunded_before', 'policy.equals', 'manual'));
  if (facts.possibleDuplicates > 0) {
    found.push(reason('possible_duplicate', 'policy.equals', 'manual', { count: facts.possibleDuplicates }));
  }
  return found;
}

function paymentRules(facts: PolicyFacts, payment: PolicyPayment, settings: LegalSettings): PolicyReason[] {
  if (payment.status !== 'Completed' && payment.status !== 'Authorized') {
    return [reason('payment_took_nothing', 'policy.equals', 'manual', { status: payment.status })];
  }
  const found: PolicyReason[] = [];
  const left = payment.paidMinor - payment.refundedMinor;
  if (payment.chargeback) found.push(reason('chargeback', 'policy.equals', 'manual'));
  if (payment.currency !== facts.currency) found.push(reason('other_currency', 'policy.equals', 'manual'));
  if (left <= 0) found.push(reason('nothing_left', 'policy.equals', 'reject'));
  else if (facts.requestedMinor !== null && facts.requestedMinor > left) {
    found.push(reason('above_payment', 'policy.equals', 'manual', { leftMinor: left }));
  }
  if (payment.paidOn < addMonths(facts.today, -settings['payment.maxAgeMonths'])) {
    found.push(reason('payment_too_old', 'policy.card', 'manual', { paidOn: payment.paidOn }));
  }
  return found;
}
