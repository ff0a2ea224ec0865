import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { formatInstant } from '../shared/format';
import { useColleagues } from '../shared/Person';
import { useLanguage } from '../shared/useLanguage';
import type { Breach } from './types';

/** Who had the claim, from when to when. */
export const HolderTable = ({ holders }: { holders: Breach['holders'] }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const colleagues = useColleagues();
  const nameOf = (id: string | null) =>
    colleagues.find((one) => one.id === id)?.name ?? translate('breach.nobody');
  return (
    <Table size="small" aria-label={translate('breach.holders')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('breach.holder')}</TableCell>
          <TableCell>{translate('breach.from')}</TableCell>
          <TableCell>{translate('breach.to')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {holders.map(({ userId, from, to }) => (
          <TableRow key={from}>
            <TableCell>{nameOf(userId)}</TableCell>
            <TableCell>{formatInstant(from, language)}</TableCell>
            <TableCell>{formatInstant(to, language)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
