import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { sumOf } from '../claims/workspace/decide/sumOf';
import type { DeskDataProvider } from '../providers/dataProvider';
import { formatMoney } from '../shared/format';
import type { Claim } from '../shared/types';
import { byClaim, type RowResults } from './rowResults';

interface Props {
  chosen: readonly Claim[];
  leftOut: number;
  onDone: (results: RowResults) => void;
}

/** Sticks to the foot: how many, how much, and one button. The answer comes row by row. */
export const BatchBar = ({ chosen, leftOut, onDone }: Props) => {
  const translate = useTranslate();
  const provider = useDataProvider<DeskDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  // What the question showed is what is approved; a proposal that changes meanwhile is refused by its hash.
  const [asked, setAsked] = useState<readonly Claim[] | null>(null);
  const [busy, setBusy] = useState(false);
  const total = totalOf(chosen);
  const count = chosen.length;

  const approve = async () => {
    setBusy(true);
    try {
      const items = (asked ?? []).map(({ id, version, proposal }) => ({
        id,
        version,
        proposalHash: proposal?.hash ?? '',
      }));
      onDone(byClaim(await provider.approveBatch(items)));
      setAsked(null);
      refresh();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };

  if (count === 0) return null;
  return (
    <Paper
      square
      sx={{
        position: 'fixed',
        bottom: 0,
        left: { xs: 0, md: 224 },
        right: 0,
        zIndex: 10,
        borderTop: 1,
        borderColor: 'divider',
        px: 3,
        py: 1.75,
      }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, maxWidth: 1440, mx: 'auto' }}
      >
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {translate('claim.inbox.selected', { count })}
        </Typography>
        <Box sx={{ flex: 1 }}>
          <Typography variant="caption" color="text.secondary" component="div">
            {translate('claim.inbox.total')}
          </Typography>
          <Typography variant="h2" component="div" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatMoney(total)}
          </Typography>
        </Box>
        <Button
          variant="contained"
          size="large"
          onClick={() => {
            setAsked(chosen);
          }}
        >
          {translate('claim.inbox.approveMany', { smart_count: count })}
        </Button>
      </Box>
      <ConfirmDialog
        open={asked !== null}
        wide
        title={translate('claim.inbox.confirm', {
          smart_count: asked?.length ?? count,
          sum: formatMoney(totalOf(asked ?? chosen)),
        })}
        text={`${translate('claim.approve.confirmText')} ${translate('claim.inbox.leftOut', { count: leftOut })}`}
        confirm={translate('claim.inbox.approveMany', { smart_count: count })}
        busy={busy}
        onClose={() => {
          setAsked(null);
        }}
        onConfirm={approve}
      />
    </Paper>
  );
};

/** All that leaves by these proposals, in tiyn. */
function totalOf(claims: readonly Claim[]): number {
  return claims.reduce((sum, claim) => sum + (claim.proposal ? sumOf(claim.proposal) : 0), 0);
}
