import { useNavigate, useNotify, useTranslate, useUpdate } from 'react-admin';
import { faultsOfError } from '../records/faultsOfError';
import { RecordPage } from '../records/RecordPage';
import { OrderForm } from './OrderForm';
import { bodyOf, draftOf, type OrderDraft } from './orderDraft';
import type { Order } from './types';

/** Corrects an order by hand; claims over it follow at once. */
export const OrderEdit = () => {
  const translate = useTranslate();
  return (
    <RecordPage<Order> name="orders" title={({ number }) => translate('order.editTitle', { number })}>
      {(order) => <EditForm key={order.version} order={order} />}
    </RecordPage>
  );
};

const EditForm = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const [update] = useUpdate<Order>();
  const save = async (draft: OrderDraft) => {
    try {
      // The form knows minutes; an instant that nobody touched keeps its seconds.
      const untouched = draft.placedAt === draftOf(order).placedAt;
      const data = { ...bodyOf(draft), ...(untouched && { placedAt: order.placedAt }) };
      const change = { id: order.id, data, previousData: order };
      await update('orders', change, { returnPromise: true, mutationMode: 'pessimistic' });
      notify('app.saved', { type: 'success' });
      navigate(`/orders/${order.id}/show`);
      return null;
    } catch (error) {
      return faultsOfError(error, notify);
    }
  };
  return (
    <OrderForm
      initial={draftOf(order)}
      onSave={save}
      cancelTo={`/orders/${order.id}/show`}
      saveLabel={translate('app.act.save')}
    />
  );
};
