import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { isWeekend } from '../../../server/domain/calendar-date';
import { formatDay, weekday } from '../shared/format';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { kindsOf, namesOf } from './edits';
import type { DayEdit, Kind } from './types';

interface Props {
  /** What the form begins with; its day names the form. */
  start: DayEdit;
  onKeep: (edit: DayEdit) => void;
  onClose: () => void;
}

const NAMES = ['nameKk', 'nameRu', 'nameEn'] as const;

/** What one day is to be. Only what can be is offered: a weekend is off already. */
export const DayForm = ({ start, onKeep, onClose }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const [edit, setEdit] = useState(start);
  const form = useRef<HTMLFormElement>(null);
  // On a phone the form stands under twelve months.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isReady = edit.kind === null || (edit.nameKk.trim() !== '' && edit.nameRu.trim() !== '');
  const choose = (kind: Kind) => {
    // A name that somebody typed stays; one that came with the kind goes with it.
    const isOwn = edit.nameKk !== '' && edit.nameKk !== namesOf(edit.kind).nameKk;
    setEdit({ ...edit, kind, ...(isOwn && kind === 'holiday' ? {} : namesOf(kind)) });
  };
  const wordOf = (kind: Kind) =>
    kind === null
      ? translate(isWeekend(start.day) ? 'calendarEditor.weekend' : 'calendarEditor.ordinary')
      : translate(`records.day.${kind}`);
  return (
    <Panel title={`${formatDay(start.day, language)}, ${weekday(start.day, language, 'long')}`}>
      <Box
        ref={form}
        component="form"
        sx={{ display: 'grid', gap: 1.5 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onKeep(edit);
        }}
      >
        <RadioGroup
          aria-label={translate('calendarEditor.kind')}
          value={edit.kind ?? ''}
          onChange={(_, value) => {
            choose(value === '' ? null : (value as Kind));
          }}
        >
          {kindsOf(start.day).map((kind) => (
            <FormControlLabel
              key={kind ?? ''}
              value={kind ?? ''}
              control={<Radio size="small" />}
              label={wordOf(kind)}
            />
          ))}
        </RadioGroup>
        {edit.kind === null
          ? null
          : NAMES.map((name) => (
              <TextField
                key={name}
                size="small"
                required={name !== 'nameEn'}
                label={translate(`calendarEditor.${name}`)}
                value={edit[name]}
                slotProps={{ htmlInput: { maxLength: 200 } }}
                onChange={(event) => {
                  setEdit({ ...edit, [name]: event.target.value });
                }}
              />
            ))}
        <TextField
          size="small"
          label={translate('calendarEditor.source')}
          helperText={translate('calendarEditor.sourceHint')}
          value={edit.source}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          onChange={(event) => {
            setEdit({ ...edit, source: event.target.value });
          }}
        />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={!isReady}>
            {translate('calendarEditor.keep')}
          </Button>
          <Button onClick={onClose}>{translate('app.act.cancel')}</Button>
        </Box>
      </Box>
    </Panel>
  );
};
