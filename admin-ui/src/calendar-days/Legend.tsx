import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { lookOfDay } from './dayLooks';

const KINDS = ['holiday', 'moved_day_off', 'working_weekend', 'weekend'] as const;

/** What the colours mean; the hatch is an ordinary weekend. */
export const Legend = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
      {KINDS.map((kind) => (
        <Box key={kind} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box
            aria-hidden
            sx={(theme) => ({
              width: 14,
              height: 14,
              borderRadius: '3px',
              border: `1px solid ${theme.palette.divider}`,
              background: lookOfDay(theme, kind).background,
            })}
          />
          <Typography variant="caption" color="text.secondary">
            {translate(kind === 'weekend' ? 'calendar.weekend' : `records.day.${kind}`)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
