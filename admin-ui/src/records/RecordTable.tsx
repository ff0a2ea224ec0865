import Box from '@mui/material/Box';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { DataTable, DataTableBody, DataTableRow, useTranslate, type DataTableRowProps } from 'react-admin';
import { useRowKeys } from '../claims/useRowKeys';
import type { Column } from './columns';
import { NothingHere } from './NothingHere';
import { RecordCell } from './RecordCell';
import { RecordTableHead } from './RecordTableHead';

export interface RowsProps {
  name: string;
  columns: readonly Column[];
  expand?: ReactElement;
  rowClick: 'show' | 'edit' | 'expand' | false;
  emptyAction?: ReactNode;
}

/** The rows as a table; `J` and `K` walk through them, Enter opens. */
export const RecordTable = ({ name, columns, expand, rowClick, emptyAction }: RowsProps) => {
  const translate = useTranslate();
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table, '[data-testid="record-row"]');
  return (
    <Box
      ref={table}
      sx={{
        overflowX: 'auto',
        '& .RaDataTable-headerCell': { whiteSpace: 'nowrap' },
        '& .RaDataTable-row': { height: 52, cursor: rowClick ? 'pointer' : 'default' },
      }}
    >
      <DataTable
        bulkActionButtons={false}
        rowClick={rowClick}
        expand={expand}
        hiddenColumns={[]}
        head={RecordTableHead}
        body={rowClick ? OpeningBody : undefined}
        empty={<NothingHere name={name}>{emptyAction}</NothingHere>}
      >
        {columns.map((column) => (
          <DataTable.Col
            key={column.source}
            source={column.source}
            disableSort={column.unsorted}
            align={column.as === 'money' ? 'right' : undefined}
            label={translate(column.label ?? `records.field.${column.source}`)}
          >
            <RecordCell column={column} />
          </DataTable.Col>
        ))}
      </DataTable>
    </Box>
  );
};

const OpeningRow = (props: DataTableRowProps) => (
  <DataTableRow
    {...props}
    data-testid="record-row"
    tabIndex={0}
    onKeyDown={(event) => {
      if (event.code === 'Enter' && event.target === event.currentTarget) event.currentTarget.click();
    }}
  />
);
const OpeningBody = (props: object) => <DataTableBody {...props} row={OpeningRow} />;
