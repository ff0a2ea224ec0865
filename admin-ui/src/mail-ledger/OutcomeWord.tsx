import { useTranslate } from 'react-admin';
import { Dot } from '../shared/StateField';

const LOOKS: Record<string, ['ring' | 'half' | 'full', string]> = {
  new_claim: ['full', 'in_review'],
  joins_claim: ['full', 'resolved'],
  duplicate: ['ring', 'duplicate'],
  auto_reply: ['ring', 'withdrawn'],
  question: ['half', 'proposed'],
  not_a_claim: ['ring', 'withdrawn'],
  quarantined: ['half', 'rejected'],
};

/** What became of a message: a dot and a word. */
export const OutcomeWord = ({ outcome }: { outcome: string }) => {
  const translate = useTranslate();
  const [shape, colour] = LOOKS[outcome] ?? ['ring', 'withdrawn'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`records.outcome.${outcome}`, { _: outcome })}
    </Dot>
  );
};
