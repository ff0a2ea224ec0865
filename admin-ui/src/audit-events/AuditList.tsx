import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import { ClaimRef } from '../records/ClaimRef';
import { RecordList } from '../records/RecordList';
import { AUDIT_ACTS, AUDIT_RESOURCES, pageOfRecord } from './acts';
import { ChainPanel } from './ChainPanel';
import { EventDetails } from './EventDetails';
import { eventSentence } from './eventSentence';
import type { TrailEvent } from './types';

/** Who did what, newest first, in sentences; and the chain that shows that nothing was changed. */
export const AuditList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="audit-events"
      exportable
      above={<ChainPanel />}
      sort={{ field: 'at', order: 'DESC' }}
      filters={[
        { kind: 'person', field: 'actorId', label: 'records.field.actorName' },
        { kind: 'choice', field: 'resource', values: AUDIT_RESOURCES, words: 'records.resource' },
        { kind: 'choice', field: 'action', values: AUDIT_ACTS, words: 'audit.act' },
        { kind: 'dates', field: 'at', as: 'instant' },
      ]}
      rowClick="expand"
      expand={<EventDetails />}
      columns={[
        { source: 'at', as: 'instant', card: 'foot' },
        {
          source: 'actorName',
          unsorted: true,
          render: (event) => (event as TrailEvent).actorName ?? translate('app.system'),
          card: 'foot',
        },
        {
          source: 'action',
          render: (event) => (
            <Typography component="span" variant="body2">
              {eventSentence(translate, event as TrailEvent)}
            </Typography>
          ),
          card: 'title',
        },
        {
          source: 'claimId',
          label: 'audit.record',
          render: (event) => <RecordLink event={event as TrailEvent} />,
          card: 'side',
        },
      ]}
    />
  );
};

const RecordLink = ({ event }: { event: TrailEvent }) => {
  const translate = useTranslate();
  if (event.claimId) return <ClaimRef claimId={event.claimId} />;
  if (event.resource === 'claims') return <ClaimRef claimId={event.resourceId} />;
  const to = pageOfRecord(event.resource, event.resourceId);
  const word = translate(`records.resourceOne.${event.resource}`, { _: event.resource });
  return to ? (
    <Link
      component={LinkBase}
      to={to}
      variant="body2"
      onClick={(click: React.MouseEvent) => {
        click.stopPropagation();
      }}
    >
      {word}
    </Link>
  ) : (
    <Typography component="span" variant="body2" color="text.secondary">
      {word}
    </Typography>
  );
};
