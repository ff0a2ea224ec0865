import DoneOutlined from '@mui/icons-material/DoneOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate, type RaRecord } from 'react-admin';
import { ESCALATION_STEPS } from '../../../server/domain/escalation';
import { RecordList } from '../records/RecordList';
import { Dot } from '../shared/StateField';
import { TermName } from '../shared/TermName';
import { useSend } from '../shared/useSend';

interface Warning extends RaRecord {
  id: string;
  claimId: string;
  claimNumber: string;
  kind: string;
  step: string;
  dueOn: string;
  at: string;
  seenAt: string | null;
}

/** A ring while there is time, a half at the target, full once the term has passed. */
const LOOKS: Record<string, ['ring' | 'half' | 'full', 'info.main' | 'warning.main' | 'error.main']> = {
  first: ['ring', 'info.main'],
  second: ['ring', 'warning.main'],
  target: ['half', 'warning.main'],
  breach: ['full', 'error.main'],
  overdue: ['full', 'error.main'],
};

/** The terms that the reader was warned of; putting one away takes it from nobody else. */
export const WarningList = () => {
  return (
    <RecordList
      name="warnings"
      sort={{ field: 'at', order: 'DESC' }}
      filters={[
        { kind: 'flag', field: 'seen', words: 'warning.seen', label: 'warning.state' },
        { kind: 'choice', field: 'step', values: ESCALATION_STEPS, words: 'warning.step' },
      ]}
      columns={[
        { source: 'claimNumber', render: (row) => <ToClaim row={row as Warning} />, card: 'title' },
        { source: 'step', render: (row) => <Step row={row as Warning} />, card: 'line' },
        {
          source: 'kind',
          label: 'warning.term',
          render: ({ kind }) => <TermName kind={String(kind)} />,
          card: 'line',
        },
        { source: 'dueOn', as: 'day', label: 'warning.dueOn', card: 'foot' },
        { source: 'at', as: 'instant', label: 'warning.at', card: 'foot' },
        {
          source: 'seenAt',
          label: 'warning.away',
          render: (row) => <PutAway row={row as Warning} />,
          card: 'side',
        },
      ]}
    />
  );
};

const ToClaim = ({ row }: { row: Warning }) => (
  <Link component={LinkBase} to={`/claims/${row.claimId}`} variant="body2" noWrap>
    {row.claimNumber}
  </Link>
);

const Step = ({ row: { step } }: { row: Warning }) => {
  const translate = useTranslate();
  const [shape, colour] = LOOKS[step] ?? ['ring', 'info.main'];
  const [family] = colour.split('.') as ['info' | 'warning' | 'error'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette[family].main}>
      {translate(`warning.step.${step}`)}
    </Dot>
  );
};

const PutAway = ({ row }: { row: Warning }) => {
  const translate = useTranslate();
  const { send, busy } = useSend('warning.done');
  if (row.seenAt !== null) return <>{translate('warning.seenWord')}</>;
  return (
    <Button
      size="small"
      startIcon={<DoneOutlined />}
      loading={busy}
      aria-label={`${translate('warning.putAway')}: ${row.claimNumber}`}
      onClick={(event) => {
        event.stopPropagation();
        void send(`/api/warnings/${encodeURIComponent(row.id)}/seen`);
      }}
    >
      {translate('warning.putAway')}
    </Button>
  );
};
