import { useTranslate } from 'react-admin';
import { Dot } from '../shared/StateField';

const LOOKS: Record<string, ['ring' | 'half' | 'full', string]> = {
  Completed: ['full', 'resolved'],
  Authorized: ['half', 'in_payout'],
  AwaitingAuthentication: ['half', 'received'],
  Cancelled: ['ring', 'withdrawn'],
  Declined: ['ring', 'rejected'],
};

/** The gateway's status of a payment: a dot and a word. */
export const PaymentStatusWord = ({ status }: { status: string }) => {
  const translate = useTranslate();
  const [shape, colour] = LOOKS[status] ?? ['ring', 'withdrawn'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`payment.status.${status}`, { _: status })}
    </Dot>
  );
};
