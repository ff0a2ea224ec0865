import { ClaimRef } from '../records/ClaimRef';
import { RecordList } from '../records/RecordList';
import { OutcomeWord } from './OutcomeWord';
import { MAIL_OUTCOMES } from './types';

/** Every message that arrived, with its one outcome. */
export const MailLedgerList = () => (
  <RecordList
    name="mail-ledger"
    search
    exportable
    rowClick="show"
    sort={{ field: 'receivedAt', order: 'DESC' }}
    filters={[
      { kind: 'choice', field: 'outcome', values: MAIL_OUTCOMES, words: 'records.outcome' },
      {
        kind: 'choice',
        field: 'reason',
        label: 'mail.asksAbout',
        values: ['payment-failed'],
        words: 'mail.asks',
      },
      { kind: 'dates', field: 'receivedAt', as: 'instant' },
    ]}
    columns={[
      { source: 'receivedAt', as: 'instant', card: 'foot' },
      { source: 'envelopeFrom', width: 260, card: 'line' },
      { source: 'subject', width: 360, card: 'title' },
      { source: 'outcome', render: ({ outcome }) => <OutcomeWord outcome={String(outcome)} />, card: 'line' },
      {
        source: 'claimId',
        label: 'records.field.claim',
        render: ({ claimId }) => <ClaimRef claimId={claimId as string | null} />,
      },
    ]}
  />
);
