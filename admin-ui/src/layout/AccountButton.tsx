import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetIdentity, useLogout, useNavigate, useTranslate } from 'react-admin';
import { Person } from '../shared/Person';
import { ShortcutsDialog } from './ShortcutsDialog';

/** Who is signed in, with the list of keys and the way out. */
export const AccountButton = ({ rail }: { rail: boolean }) => {
  const { identity } = useGetIdentity();
  const logout = useLogout();
  const navigate = useNavigate();
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [keys, setKeys] = useState(false);
  if (!identity) return null;
  const name = identity.fullName ?? '';
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <ButtonBase
        aria-label={`${translate('app.menu.account')}: ${name}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{
          mt: 1,
          p: rail ? 0.5 : 0.75,
          gap: 1.25,
          borderRadius: 1,
          justifyContent: 'flex-start',
          textAlign: 'left',
        }}
      >
        <Person name={name} size={32} />
        {rail ? null : (
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2" noWrap sx={{ fontWeight: 500 }}>
              {name}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {translate(`app.role.${String(identity.role)}`)}
            </Typography>
          </Box>
        )}
      </ButtonBase>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <MenuItem
          onClick={() => {
            close();
            navigate('/account');
          }}
        >
          {translate('account.title')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            setKeys(true);
          }}
        >
          {translate('app.menu.shortcuts')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            void logout();
          }}
        >
          {translate('app.menu.signOut')}
        </MenuItem>
      </Menu>
      <ShortcutsDialog
        open={keys}
        onClose={() => {
          setKeys(false);
        }}
      />
    </>
  );
};
