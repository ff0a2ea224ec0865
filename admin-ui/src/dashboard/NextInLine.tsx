import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, RecordContextProvider, useTranslate } from 'react-admin';
import { DeadlineField } from '../shared/DeadlineField';
import { Panel } from '../shared/Panel';
import type { Claim } from '../shared/types';

/** The claims after the most urgent one. */
export const NextInLine = ({ claims }: { claims: readonly Claim[] }) => {
  const translate = useTranslate();
  return (
    <Panel
      title={translate('claim.dashboard.urgent')}
      aside={
        <Link component={LinkBase} to="/claims" variant="body2">
          {translate('claim.dashboard.wholeQueue')}
        </Link>
      }
    >
      {claims.map((claim) => (
        <RecordContextProvider key={claim.id} value={claim}>
          <Box
            component={LinkBase}
            to={`/claims/${claim.id}`}
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              alignItems: 'center',
              gap: 1,
              py: 1,
              color: 'inherit',
              textDecoration: 'none',
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" noWrap sx={{ fontWeight: 500 }}>
                {claim.customer.name ?? claim.customer.email ?? '—'}
              </Typography>
              <Typography variant="caption" color="text.secondary">
                {claim.number}
              </Typography>
            </Box>
            <DeadlineField />
          </Box>
        </RecordContextProvider>
      ))}
    </Panel>
  );
};
