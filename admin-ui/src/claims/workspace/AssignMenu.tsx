import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useColleagues } from '../../shared/Person';
import { useWorkspace } from './WorkspaceContext';

/** Who has the claim, and handing it to somebody else. */
export const AssignMenu = () => {
  const { claim, verbs, act, me, mayWork, busy } = useWorkspace();
  const translate = useTranslate();
  const colleagues = useColleagues();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = colleagues.find((one) => one.id === claim.assigneeId)?.name;
  const assign = (id: string | null) => {
    setAnchor(null);
    void act('assign', (seen) => verbs.assign(seen, id));
  };
  const others = colleagues.filter(
    (one) => one.id !== me && (one.role === 'reviewer' || one.role === 'manager'),
  );
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<PersonOutlined />}
        disabled={!mayWork}
        loading={busy === 'assign'}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {claim.assigneeId
          ? translate('claim.view.assignee', { name: name ?? '…' })
          : translate('claim.view.unassigned')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {claim.assigneeId === me ? null : (
          <MenuItem
            onClick={() => {
              assign(me);
            }}
          >
            {translate('claim.assign.me')}
          </MenuItem>
        )}
        {claim.assigneeId ? (
          <MenuItem
            onClick={() => {
              assign(null);
            }}
          >
            {translate('claim.assign.free')}
          </MenuItem>
        ) : null}
        {others.length > 0 ? <Divider /> : null}
        {others.map((one) => (
          <MenuItem
            key={one.id}
            selected={one.id === claim.assigneeId}
            onClick={() => {
              assign(one.id);
            }}
          >
            {one.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
