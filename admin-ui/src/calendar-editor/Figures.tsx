import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

/** Counts side by side; an alarming one is red. */
export const Figures = ({
  figures,
}: {
  figures: readonly [name: string, count: number, alarm: boolean][];
}) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
      {figures.map(([name, count, alarm]) => (
        <Box key={name}>
          <Typography
            variant="h2"
            component="div"
            color={alarm ? 'error' : 'text.primary'}
            sx={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {count}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {translate(`calendarEditor.figure.${name}`)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
