import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { LinkBase, useLocation, usePermissions, useTranslate } from 'react-admin';
import type { Role } from '../../../server/domain/permissions';
import { mayAct } from '../providers/authProvider';
import type { Dashboard } from '../shared/types';
import { useDashboard } from '../shared/useMeta';
import { AccountButton } from './AccountButton';
import { Logo } from './Logo';
import { NextClaimButton } from './NextClaimButton';
import { NAV_GROUPS, type NavItem } from './navItems';

/** 224 px of words, or a 56 px rail of icons beside the workspace. */
export const NavMenu = ({ rail, onGo }: { rail: boolean; onGo?: () => void }) => {
  const translate = useTranslate();
  const { permissions: role } = usePermissions<Role>();
  const counts = useDashboard()?.counts;
  const groups = NAV_GROUPS.map((items) =>
    items.filter((item) => !item.right || (role !== undefined && mayAct(role, ...item.right))),
  ).filter((items) => items.length > 0);
  return (
    <Box
      component="nav"
      aria-label={translate('app.nav.main')}
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', px: rail ? 0.75 : 1, pb: 1.5 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          height: 56,
          px: 0.75,
          flex: 'none',
        }}
      >
        <Logo size={30} />
        {rail ? null : (
          <Box>
            <Typography sx={{ fontWeight: 600, lineHeight: 1.2 }}>{translate('app.name')}</Typography>
            <Typography variant="caption" color="text.secondary">
              UMAMI
            </Typography>
          </Box>
        )}
      </Box>
      {/* The bar of a phone has no room for it. */}
      {onGo ? (
        <Box sx={{ px: 1, py: 1 }} onClick={onGo}>
          <NextClaimButton fullWidth />
        </Box>
      ) : null}
      <Box sx={{ flex: 1, overflowY: 'auto', overflowX: 'hidden' }}>
        {groups.map((items, index) => (
          <Box key={items[0]?.key}>
            {index > 0 ? <Divider sx={{ my: 1, mx: 1 }} /> : null}
            {items.map((item) => (
              <Item key={item.key} item={item} rail={rail} counts={counts} onGo={onGo} />
            ))}
          </Box>
        ))}
      </Box>
      <AccountButton rail={rail} />
    </Box>
  );
};

interface ItemProps {
  item: NavItem;
  rail: boolean;
  counts?: Dashboard['counts'];
  onGo?: () => void;
}

const Item = ({ item, rail, counts, onGo }: ItemProps) => {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const active = item.to === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${item.to}/`);
  const count = counts ? item.count?.(counts) : undefined;
  const alarm = item.alarm === true && (count ?? 0) > 0;
  const name = translate(`app.nav.${item.key}`);
  const Icon = item.icon;
  return (
    <Tooltip title={rail ? name : ''} placement="right">
      <Box
        component={LinkBase}
        to={item.to}
        onClick={onGo}
        aria-current={active ? 'page' : undefined}
        aria-label={rail ? name : undefined}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          height: 36,
          px: rail ? 1.25 : 1,
          my: '2px',
          borderRadius: 1,
          position: 'relative',
          textDecoration: 'none',
          fontSize: '0.875rem',
          fontWeight: active ? 600 : 400,
          color: active ? 'primary.softText' : 'text.primary',
          bgcolor: active ? 'primary.soft' : 'transparent',
          '&:hover': { bgcolor: active ? 'primary.soft' : 'action.hover' },
        }}
      >
        <Icon sx={{ fontSize: 20, color: active ? 'primary.main' : 'action.active' }} aria-hidden />
        {rail ? null : (
          <Box
            component="span"
            sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {name}
          </Box>
        )}
        {count === undefined || (rail && !alarm) ? null : <Count count={count} alarm={alarm} rail={rail} />}
      </Box>
    </Tooltip>
  );
};

const Count = ({ count, alarm, rail }: { count: number; alarm: boolean; rail: boolean }) => (
  <Box
    component="span"
    sx={{
      ...(rail && { position: 'absolute', top: 2, right: 2 }),
      fontSize: 12,
      fontWeight: alarm ? 600 : 400,
      minWidth: 20,
      px: 0.5,
      lineHeight: '20px',
      borderRadius: 10,
      textAlign: 'center',
      color: alarm ? 'error.contrastText' : 'text.secondary',
      bgcolor: alarm ? 'error.main' : 'transparent',
    }}
  >
    {count}
  </Box>
);
