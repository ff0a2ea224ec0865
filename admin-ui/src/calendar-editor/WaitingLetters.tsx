import { useRecentChanges } from './api';
import { Letters } from './Letters';

/** Letters of the last published changes that wait for a manager; nothing when none does. */
export const WaitingLetters = () => {
  const { data = [] } = useRecentChanges();
  return data.filter(({ told }) => told > 0).map(({ id }) => <Letters key={id} changeId={id} />);
};
