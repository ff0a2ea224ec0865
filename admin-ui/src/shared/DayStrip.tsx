import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { TraceDay } from '../../../server/domain/count-term';
import type { DeadlineTone } from '../theme/augment';
import { dayInAlmaty, formatDay, weekday } from './format';
import { useLanguage } from './useLanguage';

interface Props {
  title: string;
  trace: readonly TraceDay[];
  dueOn: string;
  tone: DeadlineTone;
  now?: Date;
  /** Writes the number of the day under each cell. */
  numbered?: boolean;
}

/**
 * A term drawn as its days: day 0 outlined, today filled, days off hatched, the last day framed in the chip's
 * colour. Up to seven days show date and weekday, longer terms are small cells. The picture's label says it all.
 */
export const DayStrip = ({ title, trace, dueOn, tone, now = new Date(), numbered = false }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const today = dayInAlmaty(now);
  const first = trace[0]?.day;
  if (!first) return null;
  const full = trace.length <= 7;
  const label = translate('app.strip.label', {
    title,
    start: formatDay(first, language, 'dayMonth'),
    due: formatDay(dueOn, language, 'dayMonth'),
    count: trace.length,
    off: trace.filter((step) => !step.working).length,
    today: formatDay(today, language, 'dayMonth'),
  });
  return (
    <Box role="img" aria-label={label} sx={{ display: 'flex', gap: '3px', maxWidth: full ? 420 : 280 }}>
      {trace.map((step, index) => (
        <Box key={step.day} sx={{ flex: '1 1 0', minWidth: 0, textAlign: 'center' }}>
          <Box
            title={formatDay(step.day, language, 'dayMonth')}
            sx={(theme) => {
              const { palette } = theme;
              const isToday = step.day === today;
              const isDue = step.day === dueOn;
              const off = `repeating-linear-gradient(135deg, ${palette.divider} 0 1px, transparent 1px 5px)`;
              return {
                height: full ? 36 : 13,
                borderRadius: full ? '5px' : '3px',
                display: 'flex',
                flexDirection: 'column',
                justifyContent: 'center',
                border: '1.5px solid transparent',
                color: step.working ? 'text.primary' : 'text.secondary',
                background: step.working ? palette.background.cell : off,
                ...(index === 0 && { background: 'transparent', borderColor: palette.border.control }),
                ...(isDue && {
                  background: palette.deadline[tone].bg,
                  borderColor: palette.deadline[tone].fg,
                }),
                ...(isToday && { background: palette.primary.main, color: palette.primary.contrastText }),
                ...(isToday && !isDue && { borderColor: palette.primary.main }),
              };
            }}
          >
            {full ? (
              <>
                <Typography component="span" sx={{ fontSize: 13, fontWeight: 600, lineHeight: '15px' }}>
                  {Number(step.day.slice(8))}
                </Typography>
                <Typography component="span" sx={{ fontSize: 12, lineHeight: '14px' }}>
                  {weekday(step.day, language)}
                </Typography>
              </>
            ) : null}
          </Box>
          {numbered ? (
            <Typography variant="caption" color="text.secondary">
              {step.number ?? (index === 0 ? 0 : '\u00A0')}
            </Typography>
          ) : null}
        </Box>
      ))}
    </Box>
  );
};
