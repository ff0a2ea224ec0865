import AddOutlined from '@mui/icons-material/AddOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LinkBase, useCanAccess, useTranslate, type RaRecord } from 'react-admin';
import { RecordList } from '../records/RecordList';
import { ORDER_SOURCES, type Order } from './types';

/** Orders of the shop, the newest first. */
export const OrderList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'orders', action: 'edit' });
  return (
    <RecordList
      name="orders"
      search
      exportable
      rowClick="show"
      sort={{ field: 'placedAt', order: 'DESC' }}
      filters={[
        { kind: 'choice', field: 'source', values: ORDER_SOURCES, words: 'order.source' },
        { kind: 'flag', field: 'handedOver', words: 'order.handedOver', label: 'order.handedOver.label' },
        { kind: 'dates', field: 'placedAt', as: 'instant' },
      ]}
      actions={canAccess ? <Ways /> : undefined}
      emptyAction={canAccess ? <Ways /> : undefined}
      columns={[
        { source: 'number', card: 'title' },
        { source: 'placedAt', as: 'instant', card: 'foot' },
        { source: 'customerName', render: (order) => <Buyer order={order} />, card: 'line' },
        {
          source: 'lines',
          unsorted: true,
          label: 'order.goods',
          render: (order) => <GoodsWords order={order as Order} />,
          card: 'line',
        },
        { source: 'handedOverOn', as: 'day', card: 'foot' },
        { source: 'totalMinor', as: 'money', card: 'side' },
        {
          source: 'source',
          render: ({ source }) => translate(`order.source.${String(source)}`, { _: String(source) }),
        },
      ]}
    />
  );
};

/** By hand, or many at once from a file. */
const Ways = () => {
  const translate = useTranslate();
  return (
    <>
      <Button component={LinkBase} to="/orders/import" variant="outlined" startIcon={<UploadFileOutlined />}>
        {translate('records.orders.import')}
      </Button>
      <Button component={LinkBase} to="/orders/create" variant="contained" startIcon={<AddOutlined />}>
        {translate('order.new')}
      </Button>
    </>
  );
};

const Buyer = ({ order }: { order: RaRecord }) => {
  const { customerName, customerEmail } = order as Order;
  return (
    <>
      <Typography component="div" variant="body2" noWrap sx={{ maxWidth: 240 }} title={customerName}>
        {customerName}
      </Typography>
      {customerEmail ? (
        <Typography component="div" variant="caption" color="text.secondary" noWrap>
          {customerEmail}
        </Typography>
      ) : null}
    </>
  );
};

/** The first thing by name, the others by count. */
const GoodsWords = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const [first, ...others] = order.lines;
  if (!first) return <>—</>;
  return (
    <Typography
      component="span"
      variant="body2"
      noWrap
      sx={{ display: 'block', maxWidth: 260 }}
      title={first.title}
    >
      {others.length > 0
        ? translate('order.andMore', { title: first.title, count: others.length })
        : first.title}
    </Typography>
  );
};
