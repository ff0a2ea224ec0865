import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { LinkBase, useCanAccess, useGetOne, useTranslate } from 'react-admin';
import type { Payment } from '../payments/types';
import { ClaimRef } from '../records/ClaimRef';
import { Facts } from '../records/Facts';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { formatMoney } from '../shared/format';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { RefundStateWord } from '../shared/StateField';
import { AttemptCard } from './AttemptCard';
import { ResolveDialog } from './ResolveDialog';
import { ReversalPanel } from './ReversalPanel';
import { ReverseDialog } from './ReverseDialog';
import type { RefundRecord } from './types';

/** One refund: where the money stands, each attempt with its calls, and the way to settle an open end. */
export const RefundShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<RefundRecord>
      name="refunds"
      title={({ amountMinor, currency }) =>
        translate('refund.title', { sum: formatMoney(amountMinor, currency) })
      }
      subtitle={({ state }) => <RefundStateWord state={state} />}
      actions={(refund) => (
        <>
          <Resolve refund={refund} />
          <Reverse refund={refund} />
        </>
      )}
    >
      {(refund) => (
        <>
          {refund.state === 'unknown' || refund.state === 'manual' ? (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate('refund.openText')}
            </Alert>
          ) : null}
          <Columns>
            <Column>
              <Panel title={translate('records.refunds.attempts')}>
                {(refund.attempts ?? []).map((attempt) => (
                  <AttemptCard key={attempt.id} attempt={attempt} />
                ))}
                {refund.attempts?.length === 0
                  ? translate(refund.source === 'external' ? 'refund.madeOutside' : 'refund.notSentYet')
                  : null}
              </Panel>
            </Column>
            <Column>
              <RefundFacts refund={refund} />
              {refund.reversal ? <ReversalPanel reversal={refund.reversal} /> : null}
            </Column>
          </Columns>
        </>
      )}
    </RecordPage>
  );
};

const RefundFacts = ({ refund }: { refund: RefundRecord }) => {
  const translate = useTranslate();
  const { data: payment } = useGetOne<Payment>('payments', { id: refund.paymentId });
  return (
    <Panel title={translate('refund.facts')}>
      <Facts
        facts={[
          ['records.field.claim', <ClaimRef key="claim" claimId={refund.claimId} />],
          [
            'refund.payment',
            <Link key="payment" component={LinkBase} to={`/payments/${refund.paymentId}/show`}>
              {payment
                ? translate('claim.payment.number', { number: payment.transactionId })
                : translate('app.act.open')}
            </Link>,
          ],
          payment && [
            'records.field.cardLastFour',
            payment.cardLastFour
              ? [payment.cardType, `•• ${payment.cardLastFour}`].filter(Boolean).join(' ')
              : null,
          ],
          payment && ['refund.ofPayment', formatMoney(payment.amountMinor, payment.currency)],
          ['records.field.source', translate(`refund.source.${refund.source}`)],
          ['refund.operationLabel', translate(`refund.operation.${refund.operation}`)],
          [
            'records.field.gatewayRefundId',
            refund.gatewayRefundId === null ? null : String(refund.gatewayRefundId),
          ],
          ['refund.rrn', refund.rrn],
          refund.refusedText ? ['refund.refusedText', refund.refusedText] : null,
          ['records.field.createdAt', <LocalDate key="made" value={refund.createdAt} showTime />],
          ['refund.acceptedAt', <LocalDate key="accepted" value={refund.acceptedAt} showTime />],
          ['records.field.settledAt', <LocalDate key="settled" value={refund.settledAt} showTime />],
        ]}
      />
    </Panel>
  );
};

/** Only what has settled can come back; a released hold was never sent. */
const Reverse = ({ refund }: { refund: RefundRecord }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'refunds', action: 'reverse' });
  const [asking, setAsking] = useState(false);
  const { claimId } = refund;
  if (!canAccess || refund.state !== 'settled' || refund.operation !== 'refund' || claimId === null)
    return null;
  return (
    <>
      <Button
        variant="outlined"
        color="error"
        data-testid="reverse"
        onClick={() => {
          setAsking(true);
        }}
      >
        {translate('refund.reverse.button')}
      </Button>
      {asking ? (
        <ReverseDialog
          refund={refund}
          claimId={claimId}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
};

const Resolve = ({ refund }: { refund: RefundRecord }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'refunds', action: 'resolve' });
  const [asking, setAsking] = useState(false);
  const open = ['unknown', 'manual'].includes(refund.state);
  if (!open || !canAccess) return null;
  return (
    <>
      <Button
        variant="contained"
        onClick={() => {
          setAsking(true);
        }}
      >
        {translate('records.refunds.resolve')}
      </Button>
      {asking ? (
        <ResolveDialog
          id={refund.id}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
};
