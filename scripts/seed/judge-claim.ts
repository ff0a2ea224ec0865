import { almatyDate } from '../../server/domain/almaty-time';
import type { WorkingCalendar } from '../../server/domain/calendar';
import { checklistOf } from '../../server/domain/checklist';
import { DEFAULT_LEGAL_SETTINGS } from '../../server/domain/legal-settings';
import { judge } from '../../server/domain/policy';
import type { ClaimEntity, ClaimLineEntity } from '../../server/features/claims/claim.entity';
import type { Purchase } from './make-purchase';
import type { Story } from './make-story';

/** Verdict of the rules and checklist of a claim; what only a person can say was said before a decision. */
export function judgeClaim(
  claim: ClaimEntity,
  story: Story,
  { order, orderLines, payment }: Purchase,
  lines: readonly ClaimLineEntity[],
  { calendar, now, reviewer }: { calendar: WorkingCalendar; now: number; reviewer: string },
): Pick<ClaimEntity, 'verdict' | 'checklist'> {
  const { kind, demandedAt, handedOverOn, requestedMinor, currency, missing } = claim;
  const { result, reasons } = judge(
    {
      kind,
      demandedAt,
      handedOverOn,
      purchasedOn: almatyDate(order.placedAt),
      orderFound: true,
      lines: lines.map(({ goods }, at) => ({
        category: orderLines[at]?.category ?? '',
        individuallyDefined: false,
        goods,
        kept: null,
        refundedBefore: false,
      })),
      payment: {
        status: payment.status,
        currency: payment.currency,
        paidMinor: payment.amountMinor,
        refundedMinor: 0,
        paidOn: almatyDate(payment.createdAt),
        chargeback: false,
      },
      sameDebits: 0,
      requestedMinor,
      currency,
      authority: 'payer',
      possibleDuplicates: 0,
      today: almatyDate(Math.min(now, story.closedAt ?? now)),
    },
    DEFAULT_LEGAL_SETTINGS,
    calendar,
  );
  const isOutOfTerm = reasons.some(({ code }) => code === 'out_of_term');
  const checklist = checklistOf(
    kind,
    {
      missing,
      paymentMatched: true,
      authorityProved: null,
      withinTerm: handedOverOn === null ? null : !isOutOfTerm,
      goodsInspected: lines.some(({ goods }) => goods !== 'not_needed')
        ? lines.every(({ goods }) => goods === 'inspected')
        : null,
    },
    [],
  );
  return {
    verdict: {
      result,
      reasons: reasons.map(({ code, clause, params }) => ({ code, clause, ...(params ? { params } : {}) })),
    },
    checklist: checklist.map((item) =>
      item.code === 'same_person' && story.decision
        ? { ...item, ok: true, auto: false, byId: reviewer, at: story.decision.proposedAt }
        : item,
    ),
  };
}
