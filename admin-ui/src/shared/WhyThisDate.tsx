import Close from '@mui/icons-material/Close';
import ContentCopy from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { TraceDay } from '../../../server/domain/count-term';
import { DayStrip } from './DayStrip';
import { deadlineOfObligation } from './deadline';
import { formatDay, formatInstant, weekday } from './format';
import type { Obligation } from './types';
import { useTermName } from './useTermName';
import { useLanguage } from './useLanguage';

interface Props {
  obligation: Obligation;
  anchor: HTMLElement | null;
  onClose: () => void;
}

/** How the date was counted, day by day, by which rule and which calendar; can be copied as text. */
export const WhyThisDate = ({ obligation, anchor, onClose }: Props) => {
  const translate = useTranslate();
  const heading = useId();
  const notify = useNotify();
  const language = useLanguage();
  const { trace = [], dueOn } = obligation;
  const title = useTermName([obligation.kind])(obligation.kind);
  const describe = useTraceDay();
  const facts = deadlineOfObligation(obligation, new Date());

  const copy = async () => {
    const lines = trace.map((step) => `${formatDay(step.day, language)}: ${describe(step)}`);
    await navigator.clipboard.writeText(
      [`${title}: ${dueOn ? formatDay(dueOn, language) : ''}`, ...lines].join('\n'),
    );
    notify('app.act.copied');
  };

  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': heading,
          sx: { width: 384, maxWidth: 'calc(100vw - 32px)', p: 2.25, mt: 1 },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
        <Box sx={{ flex: 1 }}>
          <Typography id={heading} variant="h3" component="h2">
            {translate('app.why.title')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
            {title}
          </Typography>
        </Box>
        <IconButton size="small" aria-label={translate('app.act.copy')} onClick={() => void copy()}>
          <ContentCopy fontSize="small" />
        </IconButton>
        <IconButton size="small" aria-label={translate('app.act.close')} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      {dueOn ? <DayStrip title={title} trace={trace} dueOn={dueOn} tone={facts.tone} /> : null}
      <TraceList trace={trace} dueOn={dueOn} />
      {obligation.internalTargetAt ? (
        <Box
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            bgcolor: 'background.sunken',
            borderRadius: 1,
            p: 1.25,
            mb: 1,
          }}
        >
          <Typography variant="body2" color="text.secondary">
            {translate('app.why.internal')}
          </Typography>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {formatInstant(obligation.internalTargetAt, language, 'dayMonth')}
          </Typography>
        </Box>
      ) : null}
      <Typography variant="caption" color="text.secondary" component="p">
        {translate('app.why.article')}:{' '}
        {translate(`claim.article.${obligation.article ?? ''}`, { _: obligation.article ?? '' })}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p">
        {translate('app.why.calendar', { version: obligation.calendarVersion })}
        {obligation.provisional ? `. ${translate('app.why.provisional')}` : ''}
      </Typography>
      {obligation.settingsOn ? (
        <Typography variant="caption" color="text.secondary" component="p">
          {translate('clock.settingsOn', { date: formatDay(obligation.settingsOn, language) })}
        </Typography>
      ) : null}
    </Popover>
  );
};

/** The days of a term in words, in the order of counting. */
export const TraceList = ({ trace, dueOn }: { trace: readonly TraceDay[]; dueOn: string | null }) => (
  <Box
    component="ol"
    sx={{ listStyle: 'none', p: 0, my: 1.5, maxHeight: 320, overflowY: 'auto' }}
    tabIndex={0}
  >
    {trace.map((step) => (
      <Step key={step.day} step={step} isDue={step.day === dueOn} />
    ))}
  </Box>
);

const Step = ({ step, isDue }: { step: TraceDay; isDue: boolean }) => {
  const language = useLanguage();
  const translate = useTranslate();
  const describe = useTraceDay();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, py: 0.5 }}>
      <Box
        aria-hidden
        sx={{
          width: 22,
          height: 22,
          flex: 'none',
          borderRadius: '50%',
          fontSize: 12,
          fontWeight: 600,
          display: 'grid',
          placeItems: 'center',
          bgcolor: isDue ? 'primary.main' : 'background.cell',
          color: isDue ? 'primary.contrastText' : 'text.primary',
        }}
      >
        {step.number ?? (step.reason === 'day_zero' ? 0 : '–')}
      </Box>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: step.counted || isDue ? 600 : 400 }}>
          {formatDay(step.day, language, 'dayMonth')}, {weekday(step.day, language, 'long')}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {describe(step)}
          {isDue ? `. ${translate('app.why.due')}` : ''}
        </Typography>
      </Box>
    </Box>
  );
};

/** One day of the trace in words, with the name of its holiday. */
function useTraceDay(): (step: TraceDay) => string {
  const translate = useTranslate();
  const language = useLanguage();
  return (step) => {
    const words = translate(`app.why.day.${step.reason}`, { number: step.number ?? 0 });
    return step.name && !step.working ? `${words} (${step.name[language]})` : words;
  };
}
