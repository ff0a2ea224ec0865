import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useDataTableConfigContext, useTranslate } from 'react-admin';
import { FOR_EARS_ONLY } from '../shared/forEarsOnly';

/** Headings of a table; the column of arrows has one too, for those who only hear it. */
export const RecordTableHead = ({ children }: { children?: ReactNode }) => {
  const translate = useTranslate();
  const { expand } = useDataTableConfigContext();
  return (
    <TableHead className="RaDataTable-thead">
      <TableRow className="RaDataTable-row RaDataTable-headerRow">
        {expand ? (
          <TableCell padding="none" className="RaDataTable-headerCell RaDataTable-expandHeader">
            <Box component="span" sx={FOR_EARS_ONLY}>
              {translate('ra.action.expand')}
            </Box>
          </TableCell>
        ) : null}
        {children}
      </TableRow>
    </TableHead>
  );
};
