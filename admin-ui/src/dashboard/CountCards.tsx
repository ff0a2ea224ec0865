import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { LinkBase, usePermissions, useTranslate } from 'react-admin';
import type { Role } from '../../../server/domain/permissions';
import type { Dashboard } from '../shared/types';

type Key = keyof Dashboard['counts'];

/** A reviewer looks at claims, a manager also at money, an administrator also at the machinery. */
const CARDS: Record<'work' | 'approve' | 'mend', readonly Key[]> = {
  work: ['overdue', 'dueSoon', 'mine', 'unassigned', 'waitingCustomer', 'awaitingApproval'],
  approve: ['awaitingApproval', 'unknownPayouts', 'exceptions', 'overdue', 'dueSoon', 'unassigned'],
  mend: ['troubledJobs', 'unknownPayouts', 'exceptions', 'overdue', 'dueSoon', 'unassigned'],
};
const COLOURS: Partial<Record<Key, string>> = {
  overdue: 'error.main',
  unknownPayouts: 'error.main',
  exceptions: 'error.main',
  troubledJobs: 'error.main',
  dueSoon: 'warning.main',
};
const DOORS: Partial<Record<Key, string>> = {
  awaitingApproval: '/approvals',
  unknownPayouts: '/unknown-payouts',
  exceptions: '/exceptions',
  troubledJobs: `/jobs?${new URLSearchParams({ filter: JSON.stringify({ troubled: true }), page: '1' }).toString()}`,
};

/** Six numbers; each is a door to its list. Colour only when there is something to burn. */
export const CountCards = ({ counts }: { counts: Dashboard['counts'] }) => {
  const translate = useTranslate();
  const { permissions: role } = usePermissions<Role>();
  const cards = cardsOf(role, counts);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' } }}>
      {cards.map((key) => (
        <ButtonBase
          key={key}
          component={LinkBase}
          to={DOORS[key] ?? queueLink(key)}
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
              color: (counts[key] ?? 0) > 0 ? (COLOURS[key] ?? 'text.primary') : 'text.secondary',
            }}
          >
            {counts[key] ?? 0}
          </Typography>
        </ButtonBase>
      ))}
    </Box>
  );
};

/** Money that stands still takes a manager's last place. */
function cardsOf(role: Role | undefined, counts: Dashboard['counts']): readonly Key[] {
  if (role === 'admin') return CARDS.mend;
  if (role !== 'manager') return CARDS.work;
  return counts.troubledJobs ? [...CARDS.approve.slice(0, -1), 'troubledJobs'] : CARDS.approve;
}

function queueLink(view: string): string {
  return `/claims?${new URLSearchParams({ filter: JSON.stringify({ view }), page: '1' }).toString()}`;
}
