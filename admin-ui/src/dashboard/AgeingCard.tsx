import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';
import type { Dashboard } from '../shared/types';

/** How old the open claims are; the older the bar, the warmer. */
export const AgeingCard = ({ ageing }: { ageing: Dashboard['ageing'] }) => {
  const translate = useTranslate();
  const most = Math.max(1, ...ageing.map(({ count }) => count));
  return (
    <Panel title={translate('claim.dashboard.ageing')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 1.25 }}>
        {ageing.map(({ fromDays, toDays, count }, index) => (
          <Box
            component="li"
            key={fromDays}
            sx={{ display: 'grid', gridTemplateColumns: '116px 1fr', alignItems: 'center', columnGap: 1.5 }}
          >
            <Typography variant="body2" color="text.secondary">
              {toDays === null
                ? translate('claim.dashboard.older', { days: fromDays - 1 })
                : translate('claim.dashboard.days', { from: fromDays, to: toDays })}
            </Typography>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
              <Box
                aria-hidden
                sx={({ palette }) => ({
                  height: 14,
                  borderRadius: '3px',
                  minWidth: count > 0 ? 6 : 0,
                  width: `${String((count / most) * 82)}%`,
                  bgcolor: WARMTH[index]?.(palette) ?? palette.divider,
                })}
              />
              <Typography variant="body2" sx={{ fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}>
                {count}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};

type Palette = {
  deadline: Record<string, { border: string }>;
  warning: { main: string; light: string };
  error: { main: string };
};
const WARMTH: ((palette: Palette) => string | undefined)[] = [
  ({ deadline }) => deadline.safe?.border,
  ({ deadline }) => deadline.safe?.border,
  ({ deadline }) => deadline.soon?.border,
  ({ warning }) => warning.light,
  ({ error }) => error.main,
];
