import Alert from '@mui/material/Alert';
import { useGetIdentity, useTranslate } from 'react-admin';
import { useColleagues } from '../shared/Person';
import type { PayoutState } from './usePayouts';

/** Who stopped payouts and why; once one person has asked to resume, whose second is awaited. */
export const StoppedAlert = ({ state }: { state: PayoutState }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const { identity } = useGetIdentity();
  const { byId, reason, resumeRequestedById: asked, resumeReason } = state;
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? '…';
  return (
    <Alert severity="error" sx={{ flex: '1 1 320px' }}>
      {translate('records.switch.stopped')}
      {reason ? (
        <div>
          {byId ? `${nameOf(byId)}: ` : ''}«{reason}»
        </div>
      ) : null}
      {asked ? (
        <div>
          {asked === identity?.id
            ? translate('payout.ownRequest')
            : translate('payout.requested', { name: nameOf(asked) })}
          {resumeReason ? ` «${resumeReason}»` : ''}
        </div>
      ) : null}
    </Alert>
  );
};
