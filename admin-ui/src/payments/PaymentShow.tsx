import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import { LinkBase, useCanAccess, useGetList, useTranslate } from 'react-admin';
import { declineCause } from '../../../server/domain/decline-reasons';
import { ClaimsOf } from '../records/ClaimsOf';
import { Facts } from '../records/Facts';
import { RefundsOf } from '../records/RefundsOf';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import type { Order } from '../orders/types';
import { AskGateway } from './AskGateway';
import { DeclineReason } from './DeclineReason';
import { MailAbout } from './MailAbout';
import { PaymentEvents } from './PaymentEvents';
import { PaymentStatusWord } from './PaymentStatusWord';
import { PaymentSums } from './PaymentSums';
import type { Payment } from './types';

/** One payment: what was paid, what went back, what is left, and what the gateway told us of it. */
export const PaymentShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<Payment>
      name="payments"
      title={({ transactionId }) => translate('payment.title', { number: transactionId })}
      subtitle={({ status, testMode }) => (
        <>
          <PaymentStatusWord status={status} />
          {testMode ? (
            <Chip size="small" variant="outlined" label={translate('payment.test')} sx={{ ml: 1.5 }} />
          ) : null}
        </>
      )}
      actions={({ id }) => <AskGateway id={id} />}
    >
      {(payment) => (
        <Columns>
          <Column>
            {payment.status === 'Declined' ? (
              <MailAbout paymentId={payment.id} />
            ) : (
              <>
                <PaymentSums payment={payment} />
                <RefundsOf filter={{ paymentId: payment.id }} />
              </>
            )}
            <PaymentEvents payment={payment} />
          </Column>
          <Column>
            <PaymentFacts payment={payment} />
            <ClaimsOf filter={{ paymentId: payment.id }} />
          </Column>
        </Columns>
      )}
    </RecordPage>
  );
};

/** What the gateway says when it says nothing: ask your bank. */
const UNNAMED = 5204;

const PaymentFacts = ({ payment }: { payment: Payment }) => {
  const translate = useTranslate();
  const cause = payment.status === 'Declined' ? declineCause(payment.reasonCode ?? UNNAMED) : null;
  return (
    <Panel title={translate('payment.facts')}>
      <Facts
        facts={[
          ['payment.paidAt', <LocalDate key="paid" value={payment.createdAt} showTime style="long" />],
          ['records.field.invoiceId', <OrderOf key="order" number={payment.invoiceId} />],
          ['records.field.email', payment.email],
          payment.accountId !== payment.email && ['payment.account', payment.accountId],
          [
            'records.field.cardLastFour',
            payment.cardLastFour
              ? [payment.cardType, `•• ${payment.cardLastFour}`].filter(Boolean).join(' ')
              : null,
          ],
          ['payment.issuer', payment.issuer],
          cause !== null && [
            'payment.refusal',
            <DeclineReason key="cause" cause={cause} code={payment.reasonCode} />,
          ],
          ['payment.seenAt', <LocalDate key="seen" value={payment.seenAt} showTime />],
        ]}
      />
    </Panel>
  );
};

/** The order by its number: a way to it where we know it. */
const OrderOf = ({ number }: { number: string | null }) => {
  const { canAccess } = useCanAccess({ resource: 'orders', action: 'list' });
  const { data } = useGetList<Order>(
    'orders',
    {
      filter: { number },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'placedAt', order: 'DESC' },
    },
    { enabled: canAccess === true && number !== null, retry: false },
  );
  const order = data?.[0];
  if (number === null) return <>—</>;
  return order ? (
    <Link component={LinkBase} to={`/orders/${order.id}/show`}>
      {number}
    </Link>
  ) : (
    <>{number}</>
  );
};
