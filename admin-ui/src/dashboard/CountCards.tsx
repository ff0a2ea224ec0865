import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import type { Dashboard } from '../shared/types';

const CARDS = [
  { key: 'overdue', colour: 'error.main' },
  { key: 'dueSoon', colour: 'warning.main' },
  { key: 'mine', colour: 'text.primary' },
  { key: 'unassigned', colour: 'text.primary' },
  { key: 'waitingCustomer', colour: 'text.primary' },
  { key: 'awaitingApproval', colour: 'text.primary' },
] as const;

/** Six numbers; each is a door to its list. Colour only when there is something to burn. */
export const CountCards = ({ counts }: { counts: Dashboard['counts'] }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' } }}>
      {CARDS.map(({ key, colour }) => (
        <ButtonBase
          key={key}
          component={LinkBase}
          to={key === 'awaitingApproval' ? '/approvals' : queueLink(key)}
          sx={{
            display: 'block',
            textAlign: 'left',
            p: 2,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: '10px',
            '&:hover': { borderColor: 'border.control' },
          }}
        >
          <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block' }}>
            {translate(`app.queue.${key}`)}
          </Typography>
          <Typography
            component="span"
            sx={{
              fontSize: 28,
              fontWeight: 600,
              lineHeight: 1.3,
              fontVariantNumeric: 'tabular-nums',
              color: counts[key] > 0 ? colour : 'text.secondary',
            }}
          >
            {counts[key]}
          </Typography>
        </ButtonBase>
      ))}
    </Box>
  );
};

function queueLink(view: string): string {
  return `/claims?${new URLSearchParams({ filter: JSON.stringify({ view }), page: '1' }).toString()}`;
}
