import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { ListBase, Pagination, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { Kbd } from '../shared/Kbd';
import { PageTitle } from '../shared/PageTitle';
import type { Column, Filter } from './columns';
import { ExportButton } from './ExportButton';
import { RecordCards } from './RecordCards';
import { RecordFilters } from './RecordFilters';
import { RecordTable } from './RecordTable';
import { useListAddress } from './listAddress';
import { useNarrow } from './useNarrow';
import { LoadFault } from '../shared/LoadFault';

export interface RecordListProps {
  /** Name of the resource; its words are `records.<name>.…`: title, text, empty, emptyText. */
  name: string;
  columns: readonly Column[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  search?: boolean;
  filters?: readonly Filter[];
  actions?: ReactNode;
  /** What to do when there is nothing yet. */
  emptyAction?: ReactNode;
  /** Stands between the title and the table. */
  above?: ReactNode;
  /** Shown under a row that is opened. */
  expand?: ReactElement;
  /** `show` and `edit` open the record's page. */
  rowClick?: 'show' | 'edit' | 'expand' | false;
  exportable?: boolean;
}

/** A list of records: title, filters, a table (cards on a phone), pages. Its state lives in the address alone. */
export const RecordList = ({ name, sort, actions, above, ...parts }: RecordListProps) => {
  const translate = useTranslate();
  useListAddress(name);
  return (
    <ListBase resource={name} sort={sort} perPage={25} storeKey={false} queryOptions={{ retry: false }}>
      <PageTitle
        title={translate(`records.${name}.title`)}
        subtitle={translate(`records.${name}.text`)}
        actions={actions}
      />
      {above}
      <Card>
        <Body name={name} {...parts} />
      </Card>
    </ListBase>
  );
};

const Body = ({
  name,
  columns,
  search,
  filters = [],
  emptyAction,
  expand,
  rowClick = false,
  exportable,
}: Omit<RecordListProps, 'sort' | 'actions' | 'above'>) => {
  const translate = useTranslate();
  const narrow = useNarrow();
  const { error, refetch, total } = useListContext<RaRecord>();
  const Rows = narrow ? RecordCards : RecordTable;
  return (
    <>
      <RecordFilters
        search={search ? `records.${name}.search` : undefined}
        filters={filters}
        sorts={columns
          .filter(({ unsorted }) => !unsorted)
          .map(({ source, label }) => ({ source, label: translate(label ?? `records.field.${source}`) }))}
        tools={exportable ? <ExportButton name={name} /> : undefined}
      />
      {error ? (
        <LoadFault message={errorText(error)} onRetry={() => void refetch()} sx={{ m: 2 }} />
      ) : (
        <Rows name={name} columns={columns} expand={expand} rowClick={rowClick} emptyAction={emptyAction} />
      )}
      {total ? (
        <Box sx={{ display: 'flex', alignItems: 'center', px: 2, borderTop: 1, borderColor: 'divider' }}>
          {narrow || rowClick === false ? null : (
            <Typography variant="caption" color="text.secondary" className="no-print">
              <Kbd>J</Kbd> <Kbd>K</Kbd> {translate('claim.queue.rowHint')} <Kbd>Enter</Kbd>{' '}
              {translate('claim.queue.openHint')}
            </Typography>
          )}
          <Box sx={{ flex: 1 }} />
          <Pagination rowsPerPageOptions={[25, 50, 100]} />
        </Box>
      ) : null}
    </>
  );
};

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : 'ra.notification.http_error';
}
