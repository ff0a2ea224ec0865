import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../shared/format';
import { Money } from '../shared/MoneyField';
import { goodsSum, lineSum } from './orderSums';
import type { Order, OrderLine } from './types';

/** The lines of an order with their prices and discounts, and how the total comes about. */
export const OrderLines = ({ order }: { order: Order }) => (
  <>
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {order.lines.map((line) => (
        <LineRow key={line.id} line={line} currency={order.currency} />
      ))}
    </Box>
    <OrderSums
      currency={order.currency}
      goodsMinor={goodsSum(order.lines)}
      discountMinor={order.discountMinor}
      deliveryFeeMinor={order.deliveryFeeMinor}
      totalMinor={order.totalMinor}
    />
  </>
);

const LineRow = ({ line, currency }: { line: OrderLine; currency: string }) => {
  const translate = useTranslate();
  const price = formatMoney(line.unitMinor, currency);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
          {line.title}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {translate('order.priceOf', { quantity: line.quantity, price })}
          {line.discountMinor > 0
            ? ` · ${translate('order.lineDiscount', { sum: formatMoney(line.discountMinor, currency) })}`
            : ''}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5 }}>
          <Chip size="small" variant="outlined" label={categoryWord(translate, line.category)} />
          {line.individuallyDefined ? (
            <Chip size="small" color="warning" variant="outlined" label={translate('order.individual')} />
          ) : null}
        </Box>
      </Box>
      <Money minor={lineSum(line)} currency={currency} sx={{ fontWeight: 500 }} />
    </Box>
  );
};

interface Sums {
  currency: string;
  /** Null while something typed is no sum. */
  goodsMinor: number | null;
  discountMinor: number | null;
  deliveryFeeMinor: number | null;
  totalMinor: number | null;
}

/** Goods, less the discount on the whole, plus delivery. */
export const OrderSums = ({ currency, goodsMinor, discountMinor, deliveryFeeMinor, totalMinor }: Sums) => {
  const translate = useTranslate();
  const rows: [string, number | null][] = [
    ['order.sums.goods', goodsMinor],
    ...(discountMinor === 0
      ? []
      : [['order.sums.discount', discountMinor === null ? null : -discountMinor] as [string, number | null]]),
    ['order.sums.delivery', deliveryFeeMinor],
  ];
  return (
    <Box sx={{ maxWidth: 360, ml: 'auto', pt: 1.5 }} aria-live="polite">
      {rows.map(([name, minor]) => (
        <Box key={name} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.25 }}>
          <Typography variant="body2" color="text.secondary">
            {translate(name)}
          </Typography>
          <Money minor={minor} currency={currency} />
        </Box>
      ))}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, pt: 0.75 }}>
        <Typography variant="subtitle1" component="span" sx={{ fontWeight: 600 }}>
          {translate('order.sums.total')}
        </Typography>
        <Money minor={totalMinor} currency={currency} variant="subtitle1" sx={{ fontWeight: 600 }} />
      </Box>
    </Box>
  );
};

/** A category in words; one that only the shop knows stays as it is. */
export function categoryWord(translate: ReturnType<typeof useTranslate>, category: string): string {
  return translate(`order.category.${category}`, { _: category });
}
