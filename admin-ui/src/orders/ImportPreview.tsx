import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Money } from '../shared/MoneyField';
import type { ImportResult } from './importOrders';

const CHANGES = ['created', 'updated', 'unchanged'] as const;

/** What the import would do, counted and order by order. */
export const ImportPreview = ({ result }: { result: ImportResult }) => {
  const translate = useTranslate();
  const hidden = result.orders - result.preview.length;
  return (
    <>
      <Typography variant="body2" sx={{ mb: 1.5 }}>
        {translate('order.import.rehearsed', { orders: result.orders, lines: result.lines })}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
        {CHANGES.map((change) => (
          <Chip
            key={change}
            variant="outlined"
            color={change === 'unchanged' || result[change] === 0 ? 'default' : 'primary'}
            label={`${translate(`order.import.change.${change}`)}: ${String(result[change])}`}
          />
        ))}
      </Box>
      <Box
        sx={{ overflow: 'auto', maxHeight: 420 }}
        tabIndex={0}
        role="region"
        aria-label={translate('order.import.preview')}
      >
        <Table size="small" stickyHeader sx={{ minWidth: 560 }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('records.field.number')}</TableCell>
              <TableCell>{translate('records.field.customerName')}</TableCell>
              <TableCell align="right">{translate('order.import.lines')}</TableCell>
              <TableCell align="right">{translate('records.field.totalMinor')}</TableCell>
              <TableCell>{translate('order.import.what')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {result.preview.map((order) => (
              <TableRow key={order.number}>
                <TableCell>{order.number}</TableCell>
                <TableCell>{order.customerName}</TableCell>
                <TableCell align="right">{order.lines}</TableCell>
                <TableCell align="right">
                  <Money minor={order.totalMinor} currency={order.currency} />
                </TableCell>
                <TableCell>{translate(`order.import.change.${order.change}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {hidden > 0 ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('order.import.moreOrders', { count: hidden })}
        </Typography>
      ) : null}
    </>
  );
};
