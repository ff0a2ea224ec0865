import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';

/** Columns of the file; the first six must be there. */
const COLUMNS = [
  'number',
  'placed_at',
  'customer_name',
  'line_title',
  'quantity',
  'unit_price',
  'customer_email',
  'customer_phone',
  'currency',
  'delivery_fee',
  'order_discount',
  'handed_over_on',
  'line_discount',
  'category',
  'individually_defined',
] as const;
const NEEDED = 6;

/** What the file must look like, for whoever prepares it. */
export const CsvHelp = ({ open }: { open: boolean }) => {
  const translate = useTranslate();
  if (!open) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('order.help.title')}>
        <Box component="ul" sx={{ pl: 2.5, my: 0, typography: 'body2', '& li': { mb: 0.5 } }}>
          <li>{translate('order.help.rows')}</li>
          <li>{translate('order.help.whole')}</li>
          <li>{translate('order.help.sums')}</li>
          <li>{translate('order.help.excel')}</li>
        </Box>
        <Box
          sx={{ overflowX: 'auto', mt: 1.5 }}
          tabIndex={0}
          role="region"
          aria-label={translate('order.help.columns')}
        >
          <Table size="small" sx={{ minWidth: 520 }}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('order.import.column')}</TableCell>
                <TableCell>{translate('order.help.content')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {COLUMNS.map((column, index) => (
                <TableRow key={column}>
                  <TableCell>
                    <code>{column}</code>
                  </TableCell>
                  <TableCell>
                    {translate(`order.help.column.${column}`)}
                    {index < NEEDED ? '' : ` · ${translate('app.optional')}`}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </Panel>
    </Box>
  );
};
