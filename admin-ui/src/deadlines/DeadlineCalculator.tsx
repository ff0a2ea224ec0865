import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { atLocalTime } from '../../../server/domain/almaty-time';
import { DEADLINE_KINDS } from '../../../server/domain/deadlines';
import { call } from '../providers/http';
import { Facts } from '../records/Facts';
import { DayStrip } from '../shared/DayStrip';
import { dayInAlmaty, formatDay, timeInAlmaty, weekday } from '../shared/format';
import { LocalDate } from '../shared/LocalDateField';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import type { Obligation } from '../shared/types';
import { useAuthorityKinds } from '../shared/useTermName';
import { useLanguage } from '../shared/useLanguage';
import { TraceList } from '../shared/WhyThisDate';

interface Asked {
  /** `YYYY-MM-DDTHH:MM`, Almaty. */
  received: string;
  /** A term of every claim, or that of an authority. */
  kind: string;
}
type Counted = Pick<
  Obligation,
  'dueOn' | 'trace' | 'provisional' | 'internalTargetAt' | 'article' | 'calendarVersion'
>;

/** When is it due: an instant and a term in, the date with its reason out. It begins with now. */
export const DeadlineCalculator = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const authorities = useAuthorityKinds();
  const kinds: [string, string][] = [
    ...DEADLINE_KINDS.map((kind): [string, string] => [kind, translate(`records.deadlines.${kind}`)]),
    ...authorities.map(({ kind, names }): [string, string] => [kind, names[language]]),
  ];
  const [draft, setDraft] = useState<Asked>(() => ({
    received: `${dayInAlmaty(new Date())}T${timeInAlmaty(new Date())}`,
    kind: 'refusal',
  }));
  const [asked, setAsked] = useState(draft);
  const { data, error } = useQuery({
    queryKey: ['deadline', asked],
    queryFn: () => count(asked),
    retry: false,
  });
  return (
    <Box sx={{ maxWidth: 720 }}>
      <PageTitle
        title={translate('records.deadlines.title')}
        subtitle={translate('records.deadlines.text')}
      />
      <Box
        component="form"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          setAsked(draft);
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 2 }}
      >
        <TextField
          id="received"
          type="datetime-local"
          label={translate('records.deadlines.received')}
          value={draft.received}
          onChange={(event) => {
            setDraft({ ...draft, received: event.target.value });
          }}
        />
        <TextField
          id="kind"
          select
          label={translate('records.deadlines.kind')}
          value={draft.kind}
          sx={{ minWidth: 240 }}
          onChange={(event) => {
            setDraft({ ...draft, kind: event.target.value });
          }}
        >
          {kinds.map(([one, name]) => (
            <MenuItem key={one} value={one}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button type="submit" variant="contained" disabled={!draft.received} sx={{ minHeight: 40 }}>
          {translate('records.deadlines.count')}
        </Button>
      </Box>
      {error ? <Alert severity="error">{translate(error.message)}</Alert> : null}
      {data?.dueOn ? (
        <Answer
          counted={data}
          dueOn={data.dueOn}
          name={kinds.find(([kind]) => kind === asked.kind)?.[1] ?? asked.kind}
        />
      ) : null}
    </Box>
  );
};

const Answer = ({ counted, dueOn, name }: { counted: Counted; dueOn: string; name: string }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const date = `${formatDay(dueOn, language)}, ${weekday(dueOn, language, 'long')}`;
  return (
    <Box role="status">
      <Panel title={translate('records.deadlines.result', { date })}>
        {counted.provisional ? (
          <Typography variant="body2" sx={{ color: 'warning.main', mb: 1 }}>
            {translate('app.why.provisional')}
          </Typography>
        ) : null}
        <DayStrip title={name} trace={counted.trace ?? []} dueOn={dueOn} tone="safe" />
        <TraceList trace={counted.trace ?? []} dueOn={dueOn} />
        <Box sx={{ mt: 2 }}>
          <Facts
            facts={[
              [
                'app.why.internal',
                <LocalDate key="internal" value={counted.internalTargetAt} showTime style="long" />,
              ],
              [
                'app.why.article',
                translate(`claim.article.${counted.article ?? ''}`, { _: counted.article ?? '' }),
              ],
            ]}
          />
        </Box>
      </Panel>
    </Box>
  );
};

async function count({ received, kind }: Asked): Promise<Counted> {
  const [day = '', time = '00:00'] = received.split('T');
  const instant = new Date(atLocalTime(day, time.slice(0, 5))).toISOString();
  const query = new URLSearchParams({ received: instant, kind });
  return (await call<Counted>(`/api/deadlines?${query.toString()}`)).json;
}
