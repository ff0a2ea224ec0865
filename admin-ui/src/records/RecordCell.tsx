import Typography from '@mui/material/Typography';
import { useRecordContext, type RaRecord } from 'react-admin';
import { LocalDate } from '../shared/LocalDateField';
import { Money } from '../shared/MoneyField';
import type { Column } from './columns';

/** The value of one column in the record at hand. */
export const RecordCell = ({ column }: { column: Column }) => {
  const record = useRecordContext();
  return record ? <CellOf column={column} record={record} /> : null;
};

export const CellOf = ({ column, record }: { column: Column; record: RaRecord }) => {
  if (column.render) return <>{column.render(record)}</>;
  const value: unknown = record[column.source];
  if (column.as === 'money') {
    const currency = typeof record.currency === 'string' ? record.currency : undefined;
    return <Money minor={typeof value === 'number' ? value : null} currency={currency} />;
  }
  if (column.as) {
    return (
      <Typography component="span" variant="body2" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <LocalDate
          value={typeof value === 'string' ? value : null}
          showTime={column.as === 'instant'}
          style="short"
        />
      </Typography>
    );
  }
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return (
    <Typography
      component="span"
      variant="body2"
      title={column.width && text.length > 40 ? text : undefined}
      sx={
        column.width
          ? {
              display: 'block',
              maxWidth: column.width,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }
          : { overflowWrap: 'anywhere' }
      }
    >
      {text || '—'}
    </Typography>
  );
};
