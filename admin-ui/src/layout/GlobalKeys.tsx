import { useRef, useState } from 'react';
import { useCanAccess, useNavigate } from 'react-admin';
import { useHotkeys } from '../shared/useHotkeys';
import { useNextClaim } from './NextClaimButton';
import { ShortcutsDialog } from './ShortcutsDialog';

/** Places behind `G`, pressed first. */
const PLACES: Record<string, string> = {
  KeyH: '/',
  KeyQ: '/claims',
  KeyA: '/approvals',
  KeyU: '/unknown-payouts',
  KeyC: '/calendar-days',
};

/** Keys that work on every screen: next claim, going places, the list of keys. */
export const GlobalKeys = () => {
  const navigate = useNavigate();
  const { take } = useNextClaim();
  const { canAccess } = useCanAccess({ resource: 'claims', action: 'work' });
  const [help, setHelp] = useState(false);
  const goPressedAt = useRef(-Infinity);
  const go = Object.fromEntries(
    Object.entries(PLACES).map(([code, to]) => [
      code,
      (event: KeyboardEvent) => {
        // Without `G` before it the key belongs to the screen: `A` opens an approval.
        if (event.timeStamp - goPressedAt.current > 1500) return false;
        goPressedAt.current = -Infinity;
        navigate(to);
        return true;
      },
    ]),
  );
  useHotkeys({
    ...go,
    KeyG: (event) => {
      goPressedAt.current = event.timeStamp;
    },
    KeyN: () => {
      if (canAccess) void take();
    },
    'Shift+Slash': () => {
      setHelp(true);
    },
    'Shift+Digit7': () => {
      // The question mark of Kazakh and Russian layouts.
      setHelp(true);
    },
  });
  return (
    <ShortcutsDialog
      open={help}
      onClose={() => {
        setHelp(false);
      }}
    />
  );
};
