import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { nextStepOf } from '../claims/nextStep';
import { NextClaimButton } from '../layout/NextClaimButton';
import { DeadlineChip } from '../shared/DeadlineField';
import { deadlineOfClaim } from '../shared/deadline';
import { formatMoney } from '../shared/format';
import type { Claim } from '../shared/types';

/** The one dark card of the screen: the claim to take now. */
export const NextCard = ({ claim }: { claim: Claim | undefined }) => {
  const translate = useTranslate();
  const step = claim ? nextStepOf(claim) : null;
  const list = (step?.missing ?? []).map((item) => translate(`claim.short.${item}`)).join(', ');
  return (
    <Box
      component="section"
      aria-label={translate('claim.dashboard.next')}
      sx={({ palette }) => ({
        bgcolor: palette.hero.bg,
        color: palette.hero.fg,
        borderRadius: '10px',
        p: 2.5,
        minHeight: 216,
        display: 'flex',
        flexDirection: 'column',
      })}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={(theme) => ({ color: theme.palette.hero.muted })}>
          {translate('claim.dashboard.next')}
        </Typography>
        {claim ? <DeadlineChip facts={deadlineOfClaim(claim, new Date())} /> : null}
      </Box>
      {claim ? (
        <>
          <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', gap: 1.25, mt: 1 }}>
            <Typography variant="h3" component="h2">
              {claim.customer.name ?? claim.customer.email ?? '—'}
            </Typography>
            <Typography variant="body2">
              {[claim.number, claim.orderNumber].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          <Typography variant="body2" sx={(theme) => ({ color: theme.palette.hero.muted, mt: 0.5 })}>
            {translate(`claim.kind.${claim.kind}`)}. {step ? translate(step.key, { list }) : ''}
          </Typography>
        </>
      ) : (
        <Typography variant="h3" component="h2" sx={{ mt: 1 }}>
          {translate('claim.dashboard.none')}
        </Typography>
      )}
      <Box sx={{ flex: 1 }} />
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        <Typography variant="h2" component="div" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {claim?.requestedMinor ? formatMoney(claim.requestedMinor, claim.currency) : ''}
        </Typography>
        {claim ? (
          <NextClaimButton
            label="app.next.open"
            size="large"
            sx={({ palette }) => ({
              bgcolor: palette.hero.fg,
              color: palette.hero.bg,
              '&:hover': { bgcolor: palette.hero.muted },
            })}
          />
        ) : null}
      </Box>
    </Box>
  );
};
