import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { WaitingEffect } from '../../../../../server/domain/waiting';

/** What missing papers do to each term, and what closing the claim would do: never a silent pause. */
export const EffectTable = ({ effects }: { effects: readonly WaitingEffect[] }) => {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('claim.waiting.effects')} sx={{ mt: 1.5 }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('warning.term')}</TableCell>
          <TableCell>{translate('claim.waiting.whileWaiting')}</TableCell>
          <TableCell>{translate('claim.waiting.whenClosed')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {effects.map(({ kind, waiting, closing }) => (
          <TableRow key={kind}>
            <TableCell>{translate(`claim.obligation.${kind}`)}</TableCell>
            <TableCell>{translate(`claim.waiting.effect.${waiting}`)}</TableCell>
            <TableCell>{translate(`claim.waiting.effect.${closing}`)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
