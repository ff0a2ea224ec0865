import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { lineOfFile, type CsvFault } from './importOrders';

/** Each fault of a file: its line, its column, what is wrong and how to mend it. */
export const FaultTable = ({ faults, count, text }: { faults: CsvFault[]; count: number; text: string }) => {
  const translate = useTranslate();
  return (
    <>
      <Box
        sx={{ overflowX: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={translate('order.import.faults')}
      >
        <Table size="small" sx={{ minWidth: 560 }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('order.import.row')}</TableCell>
              <TableCell>{translate('order.import.column')}</TableCell>
              <TableCell>{translate('order.import.mend')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {faults.map((fault, index) => (
              <TableRow key={index} sx={{ verticalAlign: 'top' }}>
                <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{fault.row}</TableCell>
                <TableCell>{fault.column ? <code>{fault.column}</code> : '—'}</TableCell>
                <TableCell>
                  <Typography variant="body2">{faultText(translate, fault)}</Typography>
                  <Typography
                    variant="caption"
                    color="text.secondary"
                    component="div"
                    sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
                  >
                    {lineOfFile(text, fault.row)}
                  </Typography>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {count > faults.length ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('order.import.more', { count: count - faults.length })}
        </Typography>
      ) : null}
    </>
  );
};

function faultText(translate: ReturnType<typeof useTranslate>, { code, params, message }: CsvFault): string {
  return translate(`order.csv.${code}`, { ...params, _: message });
}
