import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DeclineCause } from '../../../../server/domain/decline-reasons';
import { DeclineReason } from '../../payments/DeclineReason';
import { LocalDate } from '../../shared/LocalDateField';
import type { PaymentCandidate } from '../../shared/types';
import { ConfirmDialog } from './dialogs/ConfirmDialog';
import { LetterPreview } from './LetterPreview';
import { useClaimMessages } from './useClaimLists';
import { useFailure } from './useFailure';
import { useWorkspace } from './WorkspaceContext';

interface Props {
  payment: PaymentCandidate;
  cause: DeclineCause;
}

/** Why a payment of the claim did not go through, and the letter that says so; it is read before it leaves. */
export const DeclineNote = ({ payment, cause }: Props) => {
  const { claim, act, verbs, busy, mayWork } = useWorkspace();
  const failure = useFailure('explain');
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const told = useClaimMessages(claim.id).rows.find(({ kind }) => kind === 'payment_failed');
  return (
    <Box sx={{ mt: 1, p: 1.25, borderRadius: '10px', bgcolor: 'background.sunken' }}>
      <DeclineReason cause={cause} code={payment.reasonCode ?? null} />
      {told ? (
        <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.5 }}>
          {translate('desk.decline.told')} <LocalDate value={told.createdAt} showTime />
        </Typography>
      ) : null}
      {mayWork ? (
        <Button
          size="small"
          variant={told ? 'text' : 'outlined'}
          sx={{ mt: 1 }}
          data-testid="explain-payment"
          onClick={() => {
            setAsking(true);
          }}
        >
          {translate('desk.decline.explain')}
        </Button>
      ) : null}
      {asking ? (
        <ConfirmDialog
          open
          wide
          title={translate('desk.decline.title')}
          text={translate('desk.decline.help')}
          confirm={translate('desk.decline.send')}
          confirmTestId="explain-payment-confirm"
          busy={busy === 'explain'}
          failure={failure.words}
          onClose={() => {
            setAsking(false);
          }}
          onConfirm={async () => {
            const sent = await act(
              'explain',
              (seen) => verbs.explainPayment(seen, payment.paymentId),
              'app.sent',
            );
            if (sent) setAsking(false);
          }}
        >
          <LetterPreview request={{ kind: 'payment_failed', paymentId: payment.paymentId }} />
        </ConfirmDialog>
      ) : null}
    </Box>
  );
};
