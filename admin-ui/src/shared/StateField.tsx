import type { ReactNode } from 'react';
import type { Theme } from '@mui/material/styles';
import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import type { Claim } from './types';

/** Ring: not begun, or ended without payment. Half: waits for somebody. Full: active or done. */
const SHAPES: Record<string, 'ring' | 'half' | 'full'> = {
  received: 'ring',
  needs_documents: 'half',
  in_review: 'full',
  proposed: 'half',
  approved: 'full',
  in_payout: 'half',
  resolved: 'full',
  rejected: 'ring',
  withdrawn: 'ring',
  duplicate: 'ring',
};

/** The state of the claim at hand: a dot and a word, so that it never competes with the deadline chip. */
export const StateField = (_: { source?: string; label?: string }) => {
  const claim = useRecordContext<Claim>();
  return claim ? <StateWord state={claim.state} /> : null;
};

export const StateWord = ({ state }: { state: Claim['state'] }) => {
  const translate = useTranslate();
  return (
    <Dot
      shape={SHAPES[state] ?? 'ring'}
      colour={(theme) => theme.palette.claimState[state] ?? theme.palette.text.secondary}
    >
      {translate(`claim.state.${state}`)}
    </Dot>
  );
};

const REFUND_SHAPES: Record<string, ['ring' | 'half' | 'full', string]> = {
  queued: ['ring', 'received'],
  sending: ['half', 'in_payout'],
  accepted: ['half', 'in_payout'],
  settled: ['full', 'resolved'],
  refused: ['ring', 'rejected'],
  unknown: ['half', 'proposed'],
  not_sent: ['ring', 'withdrawn'],
  manual: ['half', 'proposed'],
  reversed: ['ring', 'rejected'],
};

/** The state of a refund's last attempt in the same manner. */
export const RefundStateWord = ({ state }: { state: string }) => {
  const translate = useTranslate();
  const [shape, colour] = REFUND_SHAPES[state] ?? ['ring', 'withdrawn'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`claim.refundState.${state}`)}
    </Dot>
  );
};

export const Dot = ({
  shape,
  colour,
  children,
}: {
  shape: 'ring' | 'half' | 'full';
  colour: (theme: Theme) => string;
  children: ReactNode;
}) => (
  <Box
    component="span"
    sx={(theme) => ({
      display: 'inline-flex',
      alignItems: 'center',
      gap: 0.75,
      whiteSpace: 'nowrap',
      fontSize: '0.8125rem',
      fontWeight: 500,
      color: colour(theme),
    })}
  >
    <Box
      component="span"
      aria-hidden
      sx={(theme) => ({
        width: 9,
        height: 9,
        borderRadius: '50%',
        border: `2px solid ${colour(theme)}`,
        background:
          shape === 'full'
            ? colour(theme)
            : shape === 'half'
              ? `linear-gradient(90deg, ${colour(theme)} 50%, transparent 50%)`
              : 'transparent',
      })}
    />
    {children}
  </Box>
);
