import Box from '@mui/material/Box';

/** The key that does the same, drawn inside its button. Read out by nobody: the button has its name. */
export const Kbd = ({ children }: { children: string }) => (
  <Box
    component="kbd"
    aria-hidden
    sx={{
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '16px',
      px: 0.75,
      ml: 1,
      border: '1px solid currentColor',
      borderRadius: '4px',
      whiteSpace: 'nowrap',
      // A phone has no such key.
      display: { xs: 'none', md: 'inline' },
    }}
  >
    {children}
  </Box>
);
