import { useTranslate } from 'react-admin';
import { Dot } from '../shared/StateField';
import type { StaffUser } from './types';

/** Whether the person can sign in: works, invited, switched off. */
export const UserStateWord = ({ active, invited }: Pick<StaffUser, 'active' | 'invited'>) => {
  const translate = useTranslate();
  const state = !active ? 'off' : invited ? 'pending' : 'on';
  const [shape, colour] = {
    on: ['full', 'in_review'],
    pending: ['half', 'proposed'],
    off: ['ring', 'withdrawn'],
  }[state] as ['full' | 'half' | 'ring', string];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`staff.state.${state}`)}
    </Dot>
  );
};
