import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { DataTable, ListBase, Pagination, useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { EmptyState } from './EmptyState';
import { ListFilters, type FilterChoice } from './ListFilters';
import { LocalDateField } from './LocalDateField';
import { Money } from './MoneyField';
import { PageTitle } from './PageTitle';

/** One column: what it shows and how. Its heading is `records.field.<source>` unless `label` says otherwise. */
export interface Column {
  source: string;
  as?: 'money' | 'instant' | 'day';
  label?: string;
  /** The server cannot sort by it. */
  unsorted?: boolean;
  render?: (record: RaRecord) => ReactNode;
}

interface Props {
  /** Name of the resource; its title is `records.<name>.title`. */
  name: string;
  columns: Column[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  search?: boolean;
  choices?: FilterChoice[];
  actions?: ReactNode;
  subtitle?: string;
  /** Shown under a row that is opened. */
  expand?: ReactElement;
  /** `edit` opens the record's own page. */
  rowClick?: 'edit' | 'expand' | false;
}

/** A plain list of records: title, filters, table, pages. */
export const RecordList = ({
  name,
  columns,
  sort,
  search,
  choices,
  actions,
  subtitle,
  expand,
  rowClick = false,
}: Props) => {
  const translate = useTranslate();
  return (
    <ListBase resource={name} sort={sort} perPage={25}>
      <PageTitle title={translate(`records.${name}.title`)} subtitle={subtitle} actions={actions} />
      <Card>
        <ListFilters search={search ?? false} choices={choices ?? []} />
        <Box sx={{ overflowX: 'auto' }}>
          <DataTable
            bulkActionButtons={false}
            rowClick={rowClick}
            expand={expand}
            hiddenColumns={[]}
            empty={<EmptyState title={translate('records.empty')} />}
          >
            {columns.map((column) => (
              <DataTable.Col
                key={column.source}
                source={column.source}
                disableSort={column.unsorted}
                align={column.as === 'money' ? 'right' : undefined}
                label={translate(column.label ?? `records.field.${column.source}`)}
              >
                <Cell column={column} />
              </DataTable.Col>
            ))}
          </DataTable>
        </Box>
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Card>
    </ListBase>
  );
};

const Cell = ({ column }: { column: Column }) => {
  const record = useRecordContext();
  if (!record) return null;
  if (column.render) return <>{column.render(record)}</>;
  const value: unknown = record[column.source];
  if (column.as === 'money') {
    return (
      <Money
        minor={typeof value === 'number' ? value : null}
        currency={record.currency as string | undefined}
      />
    );
  }
  if (column.as) return <LocalDateField source={column.source} showTime={column.as === 'instant'} />;
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return (
    <Typography variant="body2" sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
      {text || '—'}
    </Typography>
  );
};
