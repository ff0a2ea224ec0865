import { useState } from 'react';
import { useCreate, useNavigate, useNotify, useTranslate } from 'react-admin';
import { PageTitle } from '../shared/PageTitle';
import { BackTo } from '../records/RecordPage';
import { faultsOfError } from '../records/faultsOfError';
import { OrderForm } from './OrderForm';
import { bodyOf, emptyDraft, type OrderDraft } from './orderDraft';
import type { Order } from './types';

/** An order typed in by hand, when neither the shop's site nor a file brought it. */
export const OrderCreate = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const [create] = useCreate<Order>();
  const [initial] = useState(() => emptyDraft(new Date(), crypto.randomUUID()));
  const save = async (draft: OrderDraft) => {
    try {
      const order = (await create('orders', { data: bodyOf(draft) }, { returnPromise: true })) as Order;
      notify('app.saved', { type: 'success' });
      navigate(`/orders/${order.id}/show`);
      return null;
    } catch (error) {
      return faultsOfError(error, notify);
    }
  };
  return (
    <>
      <BackTo name="orders" />
      <PageTitle title={translate('order.new')} />
      <OrderForm initial={initial} onSave={save} cancelTo="/orders" saveLabel={translate('order.create')} />
    </>
  );
};
