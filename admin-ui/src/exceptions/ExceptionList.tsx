import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { Facts, type Fact } from '../records/Facts';
import { RecordList } from '../records/RecordList';
import { formatMoney } from '../shared/format';

const KINDS = [
  'unknown_payment',
  'amount_mismatch',
  'only_at_gateway',
  'only_with_us',
  'over_refund',
  'changed_notification',
  'payment_changed',
  'held_by_cap',
  'books_broken',
] as const;

interface GatewayException extends RaRecord {
  id: string;
  kind: string;
  paymentId: string | null;
  refundId: string | null;
  transactionId: number | null;
  details: Record<string, string | number | null>;
  createdAt: string;
}

/** What does not agree between the gateway and us; a person has to look. */
export const ExceptionList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="exceptions"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={[
        { kind: 'choice', field: 'kind', values: KINDS, words: 'exception.kind' },
        { kind: 'dates', field: 'createdAt', as: 'instant' },
      ]}
      rowClick="expand"
      expand={<Details />}
      columns={[
        { source: 'createdAt', as: 'instant', card: 'foot' },
        {
          source: 'kind',
          render: ({ kind }) => translate(`exception.kind.${String(kind)}`, { _: String(kind) }),
          card: 'title',
        },
        { source: 'transactionId', label: 'gatewayEvent.operation', card: 'foot' },
      ]}
    />
  );
};

/** What it means, what to do, and the numbers of both sides. */
const Details = () => {
  const translate = useTranslate();
  const row = useRecordContext<GatewayException>();
  if (!row) return null;
  const ways: Fact[] = [
    ...(row.paymentId ? [wayTo('exception.payment', `/payments/${row.paymentId}/show`, translate)] : []),
    ...(row.refundId ? [wayTo('exception.refund', `/refunds/${row.refundId}/show`, translate)] : []),
  ];
  const shown = (name: string, value: string | number | null) => {
    if (typeof value === 'number' && name.endsWith('Minor')) return formatMoney(value);
    const text = String(value ?? '—');
    if (name !== 'rules') return text;
    const words = text.split(',').map((rule) => translate(`exception.rule.${rule}`, { _: rule }));
    return words.join('; ');
  };
  const facts = Object.entries(row.details).map(([name, value]): Fact => [
    `exception.detail.${name}`,
    shown(name, value),
  ]);
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <Typography variant="body2" sx={{ mb: 1.5, maxWidth: 640 }}>
        {translate(`exception.text.${row.kind}`, { _: row.kind })}
      </Typography>
      <Box sx={{ maxWidth: 520 }}>
        <Facts facts={[...ways, ...facts]} />
      </Box>
    </Box>
  );
};

function wayTo(name: string, to: string, translate: ReturnType<typeof useTranslate>): Fact {
  return [
    name,
    <Link key={name} component={LinkBase} to={to}>
      {translate('app.act.open')}
    </Link>,
  ];
}
