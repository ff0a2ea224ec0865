import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDay, weekday } from '../shared/format';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { namesOf } from './edits';
import { faultWord } from './faultWords';
import type { DayEdit, YearEdit } from './types';

interface Props {
  days: readonly DayEdit[];
  years: readonly YearEdit[];
  busy: boolean;
  /** Why the last draft was refused, one line a fault. */
  faults: readonly string[];
  onDrop: (day: string) => void;
  onDropYear: (year: number) => void;
  onCheck: (reason: string) => void;
}

/** What is being changed, and the way to see what it would do; nothing has moved yet. */
export const ChangePanel = ({ days, years, busy, faults, onDrop, onDropYear, onCheck }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  /** What the day becomes, and its name where it has one of its own. */
  const wordOf = ({ kind, nameKk, nameRu, nameEn }: Omit<DayEdit, 'day'>) => {
    if (kind === null) return translate('calendarEditor.toOrdinary');
    const name = { kk: nameKk, ru: nameRu, en: nameEn || nameRu }[language];
    const isOwn = nameKk !== namesOf(kind).nameKk;
    return [translate(`records.day.${kind}`), ...(isOwn ? [name] : [])].join(' · ');
  };
  const isEmpty = days.length + years.length === 0;
  return (
    <Panel title={translate('calendarEditor.change')}>
      {isEmpty ? (
        <Typography variant="body2" color="text.secondary">
          {translate('calendarEditor.pickDay')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {years.map(({ year, state }) => (
          <Line
            key={year}
            title={String(year)}
            text={translate(`calendarEditor.year.${state}`)}
            onDrop={() => {
              onDropYear(year);
            }}
          />
        ))}
        {days.map(({ day, ...each }) => (
          <Line
            key={day}
            title={`${formatDay(day, language)}, ${weekday(day, language)}`}
            text={wordOf(each)}
            onDrop={() => {
              onDrop(day);
            }}
          />
        ))}
      </Box>
      {faults.length > 0 ? (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {faults.map((fault) => (
            <div key={fault}>{faultWord(translate, fault)}</div>
          ))}
        </Alert>
      ) : null}
      {isEmpty ? null : (
        <Box
          component="form"
          sx={{ display: 'grid', gap: 1.5, mt: 2 }}
          onSubmit={(event) => {
            event.preventDefault();
            onCheck(reason);
          }}
        >
          <TextField
            size="small"
            required
            label={translate('calendarEditor.reason')}
            helperText={translate('calendarEditor.reasonHint')}
            value={reason}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <Button type="submit" variant="contained" loading={busy} disabled={reason.trim() === ''}>
            {translate('calendarEditor.check')}
          </Button>
        </Box>
      )}
    </Panel>
  );
};

const Line = ({ title, text, onDrop }: { title: string; text: string; onDrop: () => void }) => {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {text}
        </Typography>
      </Box>
      <IconButton size="small" aria-label={`${translate('calendarEditor.drop')}: ${title}`} onClick={onDrop}>
        <CloseOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
};
