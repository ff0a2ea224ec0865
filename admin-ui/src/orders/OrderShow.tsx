import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import { LinkBase, useCanAccess, useTranslate } from 'react-admin';
import { ClaimsOf } from '../records/ClaimsOf';
import { Facts } from '../records/Facts';
import { PaymentsOf } from '../records/PaymentsOf';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { OrderLines } from './OrderLines';
import type { Order } from './types';

/** One order: what was bought, by whom, how it was paid, and what was claimed of it. */
export const OrderShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<Order>
      name="orders"
      title={({ number }) => translate('order.title', { number })}
      subtitle={({ customerName }) => customerName}
      actions={(order) => <EditButton id={order.id} />}
    >
      {(order) => (
        <Columns>
          <Column>
            <Panel title={translate('order.goods')}>
              <OrderLines order={order} />
            </Panel>
          </Column>
          <Column>
            <Panel title={translate('order.facts')}>
              <Facts
                facts={[
                  [
                    'records.field.placedAt',
                    <LocalDate key="at" value={order.placedAt} showTime style="long" />,
                  ],
                  [
                    'records.field.handedOverOn',
                    order.handedOverOn ? (
                      <LocalDate key="over" value={order.handedOverOn} style="long" />
                    ) : (
                      translate('order.handedOver.no')
                    ),
                  ],
                  ['records.field.customerName', order.customerName],
                  ['records.field.customerEmail', order.customerEmail],
                  ['records.field.phone', order.customerPhone],
                  ['records.field.source', translate(`order.source.${order.source}`)],
                  ['records.field.createdAt', <LocalDate key="made" value={order.createdAt} showTime />],
                ]}
              />
            </Panel>
            <PaymentsOf filter={{ invoiceId: order.number }} />
            <ClaimsOf filter={{ orderNumber: order.number }} />
          </Column>
        </Columns>
      )}
    </RecordPage>
  );
};

const EditButton = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'orders', action: 'edit' });
  if (!canAccess) return null;
  return (
    <Button component={LinkBase} to={`/orders/${id}`} variant="outlined" startIcon={<EditOutlined />}>
      {translate('order.edit')}
    </Button>
  );
};
