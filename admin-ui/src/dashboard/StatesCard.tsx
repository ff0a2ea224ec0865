import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';
import { StateWord } from '../shared/StateField';
import type { Dashboard } from '../shared/types';

/** Where the open claims stand on their way, as bars in the colours of the states. */
export const StatesCard = ({ byState }: { byState: Dashboard['byState'] }) => {
  const translate = useTranslate();
  const most = Math.max(1, ...byState.map(({ count }) => count));
  return (
    <Panel title={translate('claim.dashboard.states')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 1.25 }}>
        {byState.map(({ state, count }) => (
          <Box
            component="li"
            key={state}
            sx={{ display: 'grid', gridTemplateColumns: '170px 1fr', alignItems: 'center', columnGap: 1.5 }}
          >
            <StateWord state={state} />
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
              <Box
                aria-hidden
                sx={({ palette }) => ({
                  height: 12,
                  borderRadius: '3px',
                  minWidth: count > 0 ? 6 : 0,
                  width: `${String((count / most) * 82)}%`,
                  bgcolor: palette.claimState[state],
                  opacity: 0.75,
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
