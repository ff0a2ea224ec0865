import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { call } from '../providers/http';
import { DayStrip } from '../shared/DayStrip';
import { dayInAlmaty, formatDay, timeInAlmaty } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import type { Obligation } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';
import { TraceList } from '../shared/WhyThisDate';

const KINDS = ['refusal', 'card_refund', 'mistaken'] as const;
type Counted = Pick<Obligation, 'dueOn' | 'trace' | 'provisional'>;

/** When is it due: an instant and a term in, the date with its reason out. */
export const DeadlineCalculator = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const [received, setReceived] = useState(() => `${dayInAlmaty(new Date())}T${timeInAlmaty(new Date())}`);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('refusal');
  const [counted, setCounted] = useState<Counted | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const count = async (event: SyntheticEvent) => {
    event.preventDefault();
    setFailure(null);
    const query = new URLSearchParams({ received: `${received}:00+05:00`, kind });
    try {
      setCounted((await call<Counted>(`/api/deadlines?${query.toString()}`)).json);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'ra.notification.http_error');
    }
  };

  return (
    <Box sx={{ maxWidth: 640 }}>
      <PageTitle title={translate('records.deadlines.title')} />
      <Box
        component="form"
        onSubmit={(event: SyntheticEvent) => void count(event)}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 2 }}
      >
        <TextField
          id="received"
          type="datetime-local"
          label={translate('records.deadlines.received')}
          value={received}
          onChange={(event) => {
            setReceived(event.target.value);
          }}
        />
        <TextField
          id="kind"
          select
          label={translate('records.deadlines.kind')}
          value={kind}
          sx={{ minWidth: 240 }}
          onChange={(event) => {
            setKind(event.target.value as (typeof KINDS)[number]);
          }}
        >
          {KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`records.deadlines.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button type="submit" variant="contained" disabled={!received}>
          {translate('records.deadlines.count')}
        </Button>
      </Box>
      {failure ? <Alert severity="error">{translate(failure)}</Alert> : null}
      {counted?.dueOn ? (
        <Panel title={translate('records.deadlines.result', { date: formatDay(counted.dueOn, language) })}>
          {counted.provisional ? (
            <Typography variant="body2" sx={{ color: 'warning.main', mb: 1 }}>
              {translate('app.why.provisional')}
            </Typography>
          ) : null}
          <DayStrip
            title={translate(`records.deadlines.${kind}`)}
            trace={counted.trace ?? []}
            dueOn={counted.dueOn}
            tone="safe"
          />
          <TraceList trace={counted.trace ?? []} dueOn={counted.dueOn} />
        </Panel>
      ) : null}
    </Box>
  );
};
