import Button from '@mui/material/Button';
import { useCanAccess, useTranslate } from 'react-admin';
import { ClaimLink } from '../shared/ClaimLink';
import { RecordList } from '../shared/RecordList';
import { useSend } from '../shared/useSend';

const OUTCOMES = [
  'new_claim',
  'joins_claim',
  'duplicate',
  'auto_reply',
  'question',
  'not_a_claim',
  'quarantined',
] as const;

/** Every message that arrived, with its one outcome. */
export const MailLedgerList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'mail-ledger', action: 'rerun' });
  return (
    <RecordList
      name="mail-ledger"
      sort={{ field: 'receivedAt', order: 'DESC' }}
      choices={[{ field: 'outcome', values: OUTCOMES, words: 'records.outcome' }]}
      columns={[
        { source: 'receivedAt', as: 'instant' },
        { source: 'envelopeFrom' },
        { source: 'subject', unsorted: true },
        { source: 'outcome', render: ({ outcome }) => translate(`records.outcome.${String(outcome)}`) },
        {
          source: 'claimId',
          unsorted: true,
          label: 'records.field.claim',
          render: ({ id, claimId, outcome }) =>
            outcome === 'quarantined' && canAccess ? (
              <Rerun id={String(id)} />
            ) : (
              <ClaimLink claimId={claimId as string | null} />
            ),
        },
      ]}
    />
  );
};

const Rerun = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { send, busy } = useSend();
  return (
    <Button size="small" loading={busy} onClick={() => void send(`/api/mail-ledger/${id}/rerun`)}>
      {translate('records.mail-ledger.rerun')}
    </Button>
  );
};
