import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import { Facts, type Fact } from '../records/Facts';
import { FactTable } from '../shared/FactTable';
import { LocalDate } from '../shared/LocalDateField';
import type { TrailEvent } from './types';

/** The whole of an event: who, when, from where, and its facts as they were written. */
export const EventDetails = () => {
  const event = useRecordContext<TrailEvent>();
  const translate = useTranslate();
  if (!event) return null;
  const facts: (Fact | false)[] = [
    ['records.field.at', <LocalDate key="at" value={event.at} showTime style="long" />],
    ['records.field.actorName', event.actorName ?? translate('app.system')],
    event.address !== null && ['audit.address', event.address],
    ['audit.code', <code key="code">{event.action}</code>],
    event.resourceId !== null && ['audit.id', <code key="id">{event.resourceId}</code>],
  ];
  return (
    <Box
      sx={{
        p: 2,
        bgcolor: 'background.sunken',
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <Facts facts={facts} />
      <FactTable facts={event.data ?? {}} />
    </Box>
  );
};
