import { almatyDate } from '../../domain/almaty-time';
import { type CalendarDate, addDays } from '../../domain/calendar-date';
import { nearestWorkingDay, type WorkingCalendar } from '../../domain/calendar';
import type { LegalSettings } from '../../domain/legal-settings';
import type { ClaimEntity } from './claim.entity';
import type { ClaimVerdict } from './claim.types';
import type { ClaimFacts } from './claim-facts';

type Reason = ClaimVerdict['reasons'][number];

/**
 * What the rules say: `accept` when each of them does, `reject` only where the policy itself names the ground,
 * `manual` whenever a person has to weigh something. A machine never rejects by itself.
 */
export function verdictOf(
  claim: ClaimEntity,
  facts: ClaimFacts,
  settings: LegalSettings,
  calendar: WorkingCalendar,
): ClaimVerdict {
  const manual: Reason[] = [];
  const reject: Reason[] = [];
  const accept: Reason[] = [];
  switch (claim.kind) {
    case 'refusal_before_handover':
      accept.push({ code: 'before_handover', clause: 'policy.refund.1' });
      break;
    case 'refusal_after_handover':
      judgeWindow(claim, settings, calendar, { accept, manual, reject });
      break;
    case 'mistaken_operation':
      manual.push({ code: 'debit_to_compare', clause: 'policy.mistaken' });
      break;
    default:
      manual.push({
        code: claim.kind === 'defective' ? 'defect_to_confirm' : 'other_demand',
        clause: 'policy.refund',
      });
  }
  if (individuallyDefined(facts)) manual.push({ code: 'individually_defined', clause: 'policy.refund.3' });
  if (claim.orderId === null && claim.kind !== 'mistaken_operation') {
    manual.push({ code: 'order_unknown', clause: 'policy.refund.2' });
  }
  if (claim.paymentId === null) manual.push({ code: 'payment_unknown', clause: 'policy.card' });
  if (claim.payer !== null || claim.representative !== null) {
    manual.push({ code: 'other_person', clause: 'policy.application' });
  }
  const { payment } = facts;
  if (
    payment &&
    claim.requestedMinor !== null &&
    claim.requestedMinor > payment.amountMinor - payment.refundedMinor
  ) {
    manual.push({ code: 'above_payment', clause: 'policy.equals' });
  }
  if (reject.length > 0) return { result: 'reject', reasons: [...reject, ...manual] };
  if (manual.length > 0) return { result: 'manual', reasons: manual };
  return { result: 'accept', reasons: accept };
}

interface Heap {
  accept: Reason[];
  manual: Reason[];
  reject: Reason[];
}

function judgeWindow(
  claim: ClaimEntity,
  settings: LegalSettings,
  calendar: WorkingCalendar,
  heap: Heap,
): void {
  if (claim.handedOverOn === null) {
    heap.manual.push({ code: 'handover_unknown', clause: 'policy.refund.1' });
    return;
  }
  const lastOn = lastDayOfWindow(claim.handedOverOn, settings, calendar);
  const params = { handedOverOn: claim.handedOverOn, lastOn };
  if (almatyDate(claim.demandedAt) <= lastOn)
    heap.accept.push({ code: 'in_term', clause: 'policy.refund.1', params });
  else heap.reject.push({ code: 'out_of_term', clause: 'policy.refund.1', params });
}

function lastDayOfWindow(
  handedOverOn: CalendarDate,
  settings: LegalSettings,
  calendar: WorkingCalendar,
): CalendarDate {
  const last = addDays(handedOverOn, settings['returnWindow.days']);
  return settings['returnWindow.rollForward']
    ? nearestWorkingDay(calendar, last, 1, settings.useMovedDays)
    : last;
}

function individuallyDefined({ lines, orderLines }: ClaimFacts): boolean {
  const returned = new Set(lines.map(({ orderLineId }) => orderLineId));
  return orderLines.some((line) => line.individuallyDefined && returned.has(line.id));
}
