import GroupOutlined from '@mui/icons-material/GroupOutlined';
import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { HttpError, useCanAccess, useGetIdentity, useNotify, useRefresh, useTranslate } from 'react-admin';
import { call } from '../providers/http';
import { formatMoney } from '../shared/format';
import { Kbd } from '../shared/Kbd';
import { useColleagues } from '../shared/Person';
import type { Refund } from '../shared/types';
import { useHotkeys } from '../shared/useHotkeys';
import type { OpenRefund } from './openRefund';
import { OutcomeDialog } from './OutcomeDialog';

/** What a person enters about an outcome; `query` asks the gateway and needs no reason of its own. */
export interface Resolution {
  mode: 'query' | 'found' | 'not_executed';
  reason: string;
  gatewayTransactionId?: number;
}

/** Ask the gateway, name what its cabinet shows, or say with a second person that nothing was executed. */
export const ResolveActions = ({
  refund,
  notExecutedById,
}: {
  refund: Refund;
  notExecutedById: string | null;
}) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'refunds', action: 'resolve' });
  const { identity } = useGetIdentity();
  const colleagues = useColleagues();
  const { resolve, busy, failure } = useResolve(refund);
  const [asking, setAsking] = useState<'found' | 'not_executed' | null>(null);
  const ownFirst = notExecutedById !== null && notExecutedById === identity?.id;
  const query = () => void resolve({ mode: 'query', reason: translate('desk.unknown.query') });
  useHotkeys({ KeyF: query }, canAccess === true && !busy);
  if (!canAccess) {
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('desk.unknown.onlyManager')}
      </Typography>
    );
  }
  const sum = formatMoney(refund.amountMinor, refund.currency);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25 }}>
        <Button
          variant="contained"
          startIcon={<ManageSearchOutlined />}
          loading={busy === 'query'}
          onClick={query}
        >
          {translate('desk.unknown.query')}
          <Kbd>F</Kbd>
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button
          variant="outlined"
          onClick={() => {
            setAsking('found');
          }}
        >
          {translate('desk.unknown.found')}
        </Button>
        <Button
          variant="outlined"
          color="error"
          disabled={ownFirst}
          onClick={() => {
            setAsking('not_executed');
          }}
        >
          {translate(notExecutedById ? 'desk.unknown.notExecutedAgain' : 'desk.unknown.notExecuted')}
        </Button>
      </Box>
      {failure ? (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {failure}
        </Alert>
      ) : null}
      {notExecutedById ? (
        <Alert severity="info" sx={{ mt: 1.5 }}>
          {ownFirst
            ? translate('desk.unknown.ownFirst')
            : translate('desk.unknown.firstSaid', {
                name: colleagues.find((one) => one.id === notExecutedById)?.name ?? '…',
              })}
        </Alert>
      ) : null}
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mt: 1.5 }}
      >
        <GroupOutlined sx={{ fontSize: 17 }} aria-hidden />
        {translate('desk.unknown.rule')}
      </Typography>
      {asking ? (
        <OutcomeDialog
          mode={asking}
          sum={sum}
          busy={busy !== null}
          failure={failure}
          onClose={() => {
            setAsking(null);
          }}
          onSend={async (resolution) => {
            if (await resolve(resolution)) setAsking(null);
          }}
        />
      ) : null}
    </>
  );
};

/** Sends a resolution and says in words what the gateway answered. */
function useResolve(refund: Refund) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState<Resolution['mode'] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const resolve = async (resolution: Resolution): Promise<boolean> => {
    if (busy) return false;
    setBusy(resolution.mode);
    setFailure(null);
    try {
      const body = JSON.stringify({ ...resolution, commandId: crypto.randomUUID() });
      const path = `/api/refunds/${encodeURIComponent(refund.id)}/resolve`;
      const { json } = await call<OpenRefund>(path, { method: 'POST', body });
      const still = json.state === 'unknown' || json.state === 'manual';
      const waits = json.notExecutedById ? 'desk.unknown.ownFirst' : 'desk.unknown.still';
      notify(
        still
          ? waits
          : translate('desk.unknown.settled', { state: translate(`claim.refundState.${json.state}`) }),
        { type: still ? 'info' : 'success' },
      );
      refresh();
      return true;
    } catch (error) {
      setFailure(wordsOf(error, translate));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { resolve, busy, failure };
}

function wordsOf(error: unknown, translate: ReturnType<typeof useTranslate>): string {
  const body = error instanceof HttpError ? (error.body as Record<string, unknown> | null) : null;
  if (typeof body?.finding === 'string') return translate(`desk.unknown.finding.${body.finding}`);
  const text = error instanceof Error ? error.message : 'ra.notification.http_error';
  return translate(text, { _: text });
}
