import MoreHoriz from '@mui/icons-material/MoreHoriz';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isClosed, mayMove } from '../../../../server/domain/claim';
import { useWorkspace, type DialogName } from './WorkspaceContext';

/** Rare acts. What the claim's state does not allow is not offered. */
export const MoreMenu = () => {
  const { claim, open, mayApprove } = useWorkspace();
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // While money is on its way nothing may change under it.
  const editable = !isClosed(claim.state) && claim.state !== 'in_payout';
  const items: [DialogName, boolean, string?][] = [
    ['edit', editable],
    ['people', editable],
    ['received', !isClosed(claim.state)],
    ['authority', true],
    ['withdraw', mayMove(claim.state, 'withdraw')],
    ['duplicate', mayMove(claim.state, 'mark_duplicate')],
    ['reject', mayApprove && mayMove(claim.state, 'reject')],
    [
      'chargeback',
      mayApprove && claim.state !== 'in_payout',
      claim.chargedBackAt ? 'claim.more.chargebackWon' : undefined,
    ],
    ['hold', mayApprove, claim.heldAt ? 'claim.more.holdRelease' : undefined],
    ['reopen', mayMove(claim.state, 'reopen')],
  ];
  return (
    <>
      <IconButton
        aria-label={translate('claim.more.title')}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        <MoreHoriz />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {items
          .filter(([, offered]) => offered)
          .map(([name, , words = `claim.more.${name}`]) => (
            <MenuItem
              key={name}
              onClick={() => {
                setAnchor(null);
                open(name);
              }}
            >
              {translate(words)}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
};
