import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useCanAccess, useGetOne, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { DeclineReason } from '../payments/DeclineReason';
import { call } from '../providers/http';
import { formatMoney } from '../shared/format';
import { type LetterDraft, LetterPages } from '../shared/LetterPages';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import type { Message } from '../shared/types';
import { useSend } from '../shared/useSend';
import type { FailedPayment, LedgerMessage } from './types';

/** The payments that failed and that a question may be about, with the answer that is ready for each. */
export const FailedPaymentPanel = ({ message }: { message: LedgerMessage }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'mail-ledger', action: 'answer' });
  const [asked, setAsked] = useState<FailedPayment | null>(null);
  const { failedPayments = [], answerId } = message;
  if (failedPayments.length === 0) return null;
  return (
    <Panel title={translate('mail.failed.title')}>
      {failedPayments.map((payment) => (
        <Box key={payment.paymentId} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Typography variant="subtitle1" component="div" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatMoney(payment.amountMinor, payment.currency)}
          </Typography>
          <Typography variant="caption" color="text.secondary" component="div" sx={{ mb: 0.75 }}>
            <LocalDate value={payment.createdAt} showTime />
            {payment.invoiceId ? ` · ${payment.invoiceId}` : ''} ·{' '}
            <Link component={LinkBase} underline="always" to={`/payments/${payment.paymentId}/show`}>
              {translate('claim.payment.number', { number: payment.transactionId })}
            </Link>
          </Typography>
          <DeclineReason cause={payment.cause} code={payment.reasonCode} />
          {canAccess && !answerId ? (
            <Button
              size="small"
              variant="contained"
              sx={{ mt: 1 }}
              data-testid="answer-question"
              onClick={() => {
                setAsked(payment);
              }}
            >
              {translate('mail.failed.answer')}
            </Button>
          ) : null}
        </Box>
      ))}
      {answerId ? <Answered id={answerId} /> : null}
      {asked ? (
        <AnswerDialog
          message={message}
          payment={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      ) : null}
    </Panel>
  );
};

/** That the question is answered, and whether the letter has left. */
const Answered = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'messages', action: 'read' });
  const { data } = useGetOne<Message>('messages', { id }, { enabled: canAccess === true, retry: false });
  return (
    <Typography variant="body2" color="text.secondary" role="status" sx={{ mt: 1 }}>
      {translate('mail.failed.answered')}
      {data ? (
        <>
          {' '}
          <LocalDate value={data.createdAt} showTime /> · {translate(`claim.message.${data.state}`)}
        </>
      ) : null}
    </Typography>
  );
};

interface DialogProps {
  message: LedgerMessage;
  payment: FailedPayment;
  onClose: () => void;
}

/** The answer is read before it leaves. */
const AnswerDialog = ({ message, payment: { paymentId }, onClose }: DialogProps) => {
  const translate = useTranslate();
  const { send, busy } = useSend('app.sent');
  const path = `/api/mail-ledger/${encodeURIComponent(message.id)}`;
  const { data, isError } = useQuery({
    queryKey: ['answer-preview', message.id, paymentId],
    queryFn: async () => {
      const body = JSON.stringify({ paymentId });
      return (await call<LetterDraft>(`${path}/answer-preview`, { method: 'POST', body })).json;
    },
    // What was read is what is sent; once it is sent there is nothing to ask for any more.
    enabled: ({ state }) => state.data === undefined,
    gcTime: 0,
    retry: false,
  });
  return (
    <ConfirmDialog
      open
      wide
      title={translate('desk.decline.title')}
      confirm={translate('desk.decline.send')}
      confirmTestId="answer-question-confirm"
      busy={busy}
      disabled={!data}
      onClose={onClose}
      onConfirm={async () => {
        const body = { version: message.version, commandId: crypto.randomUUID(), paymentId };
        if (await send(`${path}/answer`, body)) onClose();
      }}
    >
      <LetterPages draft={data} failed={isError} />
    </ConfirmDialog>
  );
};
