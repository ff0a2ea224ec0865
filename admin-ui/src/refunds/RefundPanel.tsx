import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess, useGetOne, useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { FactTable } from '../shared/FactTable';
import { ResolveDialog } from './ResolveDialog';

interface OpenedRefund extends RaRecord {
  state: string;
  refusedText: string | null;
  attempts?: Record<string, unknown>[];
}

/** Our side of the story: each attempt with its calls. */
export const RefundPanel = () => {
  const row = useRecordContext<OpenedRefund>();
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'refunds', action: 'resolve' });
  const { data } = useGetOne<OpenedRefund>('refunds', { id: row?.id ?? '' }, { enabled: row !== undefined });
  const [asking, setAsking] = useState(false);
  if (!row) return null;
  const open = row.state === 'unknown' || row.state === 'manual';
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      {row.refusedText ? (
        <Typography variant="body2">
          {translate('claim.view.gatewaySays', { text: row.refusedText })}
        </Typography>
      ) : null}
      <Typography variant="subtitle2" component="h3" sx={{ mb: 1 }}>
        {translate('records.refunds.attempts')}
      </Typography>
      {(data?.attempts ?? []).map((attempt, index) => (
        <Box key={index} sx={{ mb: 1.5 }}>
          <FactTable facts={attempt} />
        </Box>
      ))}
      {open && canAccess ? (
        <Button
          variant="contained"
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          {translate('records.refunds.resolve')}
        </Button>
      ) : null}
      {asking ? (
        <ResolveDialog
          id={row.id}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </Box>
  );
};
