import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatInstant } from '../shared/format';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { usePreview } from './api';
import { Figures } from './Figures';
import { MovedDates } from './MovedDates';
import type { Change } from './types';

interface Props {
  change: Change;
  busy: boolean;
  onPublish: () => void;
  onDiscard: () => void;
}

/** From here on a person has to say that they mean it. */
const MANY = 1_000;

/** What a draft would do to the open claims; only publishing does it. */
export const PreviewPanel = ({ change, busy, onPublish, onDiscard }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { data, error, isPending } = usePreview(change.id);
  const [isMeant, setMeant] = useState(false);
  const isMany = (data?.moved ?? 0) >= MANY;
  return (
    <Panel title={translate('calendarEditor.preview.title')}>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mb: 1.5 }}>
        {change.reason} · {formatInstant(change.createdAt, language, 'short')}
      </Typography>
      {isPending ? (
        <Box role="status">
          <Typography variant="body2" sx={{ mb: 1 }}>
            {translate('calendarEditor.preview.counting')}
          </Typography>
          <LinearProgress aria-label={translate('calendarEditor.preview.counting')} />
        </Box>
      ) : null}
      {error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : null}
      {data ? (
        <>
          <Figures
            figures={[
              ['later', data.later, false],
              ['earlier', data.earlier, data.earlier > 0],
              ['same', data.claims - data.moved, false],
            ]}
          />
          {data.late > 0 ? (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              {translate('calendarEditor.preview.late', { smart_count: data.late })}
            </Alert>
          ) : null}
          {data.earlier > 0 ? (
            <Alert severity="warning" sx={{ mt: 1.5 }}>
              {translate('calendarEditor.preview.earlier', { smart_count: data.earlier })}
            </Alert>
          ) : null}
          {data.told > 0 ? (
            <Alert severity="info" sx={{ mt: 1.5 }}>
              {translate('calendarEditor.preview.told', { smart_count: data.told })}
            </Alert>
          ) : null}
          <MovedDates preview={data} />
          {isMany ? (
            <Alert severity="warning" sx={{ mt: 1.5 }}>
              {translate('calendarEditor.preview.many', { smart_count: data.moved })}
              <FormControlLabel
                control={
                  <Checkbox
                    checked={isMeant}
                    onChange={(_, checked) => {
                      setMeant(checked);
                    }}
                  />
                }
                label={translate('calendarEditor.preview.meant')}
              />
            </Alert>
          ) : null}
        </>
      ) : null}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button onClick={onDiscard} disabled={busy}>
          {translate('calendarEditor.discard')}
        </Button>
        <Button
          variant="contained"
          loading={busy}
          disabled={!data || (isMany && !isMeant)}
          onClick={onPublish}
          sx={{ flex: 1 }}
        >
          {translate('calendarEditor.publish')}
        </Button>
      </Box>
    </Panel>
  );
};
