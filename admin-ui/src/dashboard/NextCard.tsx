import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { LinkBase, useCanAccess, useTranslate } from 'react-admin';
import { nextStepOf } from '../claims/nextStep';
import { NextClaimButton } from '../layout/NextClaimButton';
import { claimSum } from '../shared/claimSum';
import { DeadlineChip } from '../shared/DeadlineField';
import { deadlineOfClaim } from '../shared/deadline';
import { formatMoney } from '../shared/format';
import type { Claim } from '../shared/types';

interface Props {
  /** What taking the next would give. */
  free: Claim | null;
  /** The most urgent claim of all, whoever holds it. */
  urgent: Claim | undefined;
}

/** The one dark card of the screen: the claim to take now, else the most urgent one to look at. */
export const NextCard = ({ free, urgent }: Props) => {
  const translate = useTranslate();
  const { canAccess: mayTake } = useCanAccess({ resource: 'claims', action: 'work' });
  const takes = free !== null && mayTake === true;
  const claim = takes ? free : urgent;
  const sum = claim ? claimSum(claim) : null;
  const step = claim ? nextStepOf(claim) : null;
  const list = (step?.missing ?? []).map((item) => translate(`claim.inList.${item}`)).join(', ');
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
          {translate(takes ? 'claim.dashboard.nextFree' : 'claim.dashboard.next')}
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
          {claim && sum !== null ? formatMoney(sum, claim.currency) : ''}
        </Typography>
        {claim && !takes ? (
          <Button
            component={LinkBase}
            to={`/claims/${claim.id}`}
            variant="contained"
            size="large"
            sx={ON_DARK}
          >
            {translate('app.act.open')}
          </Button>
        ) : null}
        {takes ? <NextClaimButton label="app.next.open" size="large" sx={ON_DARK} /> : null}
      </Box>
    </Box>
  );
};

const ON_DARK = ({ palette }: Theme) => ({
  bgcolor: palette.hero.fg,
  color: palette.hero.bg,
  '&:hover': { bgcolor: palette.hero.muted },
});
