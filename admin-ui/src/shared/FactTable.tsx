import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** Names and values of something technical, as they are. */
export const FactTable = ({ facts }: { facts: Record<string, unknown> }) => (
  <Box
    component="dl"
    sx={{ display: 'grid', gridTemplateColumns: 'minmax(120px, auto) 1fr', columnGap: 2, rowGap: 0.25, m: 0 }}
  >
    {Object.entries(facts).map(([name, value]) => (
      <Box key={name} sx={{ display: 'contents' }}>
        <Typography component="dt" variant="caption" color="text.secondary">
          {name}
        </Typography>
        <Typography component="dd" variant="caption" sx={{ m: 0, overflowWrap: 'anywhere' }}>
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </Typography>
      </Box>
    ))}
  </Box>
);
