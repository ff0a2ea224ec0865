import { useTranslate } from 'react-admin';
import { OutcomeWord } from '../mail-ledger/OutcomeWord';
import type { LedgerMessage } from '../mail-ledger/types';
import { Related } from '../records/Related';
import { LocalDate } from '../shared/LocalDateField';

/** Questions about a payment that failed; each is answered on its own page. */
export const MailAbout = ({ paymentId }: { paymentId: string }) => {
  const translate = useTranslate();
  return (
    <Related<LedgerMessage>
      name="mail-ledger"
      title="payment.mail"
      empty="payment.noMail"
      filter={{ paymentId }}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      row={({ id, subject, receivedAt, answerId, outcome }) => ({
        to: `/mail-ledger/${id}/show`,
        main: subject || translate('mail.noSubject'),
        under: <LocalDate value={receivedAt} showTime />,
        side: answerId ? translate('mail.failed.done') : <OutcomeWord outcome={outcome} />,
      })}
    />
  );
};
