import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import {
  useDataProvider,
  useGetIdentity,
  useListContext,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin';
import type { DeskDataProvider } from '../providers/dataProvider';
import { useColleagues } from '../shared/Person';
import type { Claim } from '../shared/types';

/** Hands the ticked claims to one person. Each is an act of its own: what fails is told, the rest stands. */
export const BulkAssign = () => {
  const translate = useTranslate();
  const provider = useDataProvider<DeskDataProvider>();
  const { data = [], selectedIds, onUnselectItems } = useListContext<Claim>();
  const { identity } = useGetIdentity();
  const colleagues = useColleagues();
  const notify = useNotify();
  const refresh = useRefresh();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const me = identity?.id;
  const people = colleagues.filter((one) => one.role === 'reviewer' || one.role === 'manager');
  const assign = async (assigneeId: string | null) => {
    setAnchor(null);
    setBusy(true);
    const chosen = data.filter((claim) => selectedIds.includes(claim.id));
    const done = await Promise.allSettled(chosen.map((claim) => provider.assign(claim, assigneeId)));
    const failed = chosen.filter((_claim, index) => done[index]?.status === 'rejected');
    setBusy(false);
    onUnselectItems();
    refresh();
    if (failed.length === 0) {
      notify('claim.assign.many', { type: 'success', messageArgs: { smart_count: chosen.length } });
    } else {
      const list = failed.map(({ number }) => number).join(', ');
      notify('claim.assign.failed', { type: 'error', messageArgs: { list } });
    }
  };
  return (
    <>
      <Button
        size="small"
        startIcon={<PersonAddAltOutlined />}
        loading={busy}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {translate('claim.assign.title')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {people.map((one) => (
          <MenuItem key={one.id} onClick={() => void assign(one.id)}>
            {one.id === me ? translate('claim.assign.me') : one.name}
          </MenuItem>
        ))}
        <MenuItem onClick={() => void assign(null)}>{translate('claim.assign.free')}</MenuItem>
      </Menu>
    </>
  );
};
