import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';

interface Props {
  name: string;
  /** Headings, `report.column.<name>`. */
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** The last column that holds words; those after it are figures. */
  words?: number;
  /** Columns whose figures are red when they are not zero. */
  alarms?: readonly number[];
}

/** A table of figures; on a phone it is moved sideways. */
export const FigureTable = ({ name, columns, rows, words = 0, alarms = [] }: Props) => {
  const translate = useTranslate();
  const align = (column: number) => (column > words ? 'right' : 'left');
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={name}>
      <Table size="small" aria-label={name}>
        <TableHead>
          <TableRow>
            {columns.map((column, index) => (
              <TableCell key={column} align={align(index)}>
                {translate(`report.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.slice(0, words + 1).join(' ')}>
              {row.map((cell, index) => (
                <TableCell
                  key={columns[index]}
                  align={align(index)}
                  sx={{
                    fontVariantNumeric: 'tabular-nums',
                    ...(alarms.includes(index) &&
                      Number(cell) > 0 && { color: 'error.main', fontWeight: 600 }),
                  }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
