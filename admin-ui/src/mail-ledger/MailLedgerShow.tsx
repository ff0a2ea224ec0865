import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useCanAccess, useTranslate } from 'react-admin';
import { ClaimRef } from '../records/ClaimRef';
import { Facts } from '../records/Facts';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { formatSize } from '../shared/format';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { FailedPaymentPanel } from './FailedPaymentPanel';
import { MessagePanel } from './MessagePanel';
import { OutcomeWord } from './OutcomeWord';
import { RerunButton } from './RerunButton';
import type { LedgerMessage } from './types';

/** One message: what became of it and why, what it says, and the way to look at it again. */
export const MailLedgerShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<LedgerMessage>
      name="mail-ledger"
      title={({ subject }) => subject || translate('mail.noSubject')}
      subtitle={({ outcome }) => <OutcomeWord outcome={outcome} />}
      actions={(message) => (
        <>
          <Original id={message.id} />
          <RerunButton message={message} />
        </>
      )}
    >
      {(message) => (
        <Columns>
          <Column>
            <MessagePanel id={message.id} />
          </Column>
          <Column>
            <Outcome message={message} />
            <FailedPaymentPanel message={message} />
            <MailFacts message={message} />
          </Column>
        </Columns>
      )}
    </RecordPage>
  );
};

/** Why the message came to where it is, in words. */
const Outcome = ({ message }: { message: LedgerMessage }) => {
  const translate = useTranslate();
  const why = message.reason ?? message.outcome;
  return (
    <Panel title={translate('mail.why')}>
      <Typography variant="body2" sx={{ mb: message.claimId ? 1.5 : 0 }}>
        {translate(`mail.reason.${why.replace(/-/g, '_')}`, { _: why })}
      </Typography>
      {message.claimId ? (
        <Facts facts={[['records.field.claim', <ClaimRef key="claim" claimId={message.claimId} />]]} />
      ) : null}
    </Panel>
  );
};

const MailFacts = ({ message }: { message: LedgerMessage }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Panel title={translate('mail.facts')}>
      <Facts
        facts={[
          [
            'records.field.receivedAt',
            <LocalDate key="at" value={message.receivedAt} showTime style="long" />,
          ],
          ['records.field.envelopeFrom', message.envelopeFrom],
          ['mail.size', formatSize(message.sizeBytes, language)],
          ['mail.messageId', message.messageId],
          [
            'mail.hash',
            <code key="hash" style={{ fontSize: 12 }}>
              {message.sha256}
            </code>,
          ],
        ]}
      />
    </Panel>
  );
};

/** The message byte for byte, for another mail program. */
const Original = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'mail-ledger', action: 'original' });
  if (!canAccess) return null;
  return (
    <Tooltip title={translate('mail.originalHint')}>
      <Button
        component="a"
        href={`/api/mail-ledger/${encodeURIComponent(id)}/original`}
        download
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
      >
        {translate('mail.original')}
      </Button>
    </Tooltip>
  );
};
