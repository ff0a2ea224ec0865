import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { MarkDrawing } from '../layout/Logo';
import { useTabName } from './useTabName';

/** Nothing here: what that means and what to do next. */
export const EmptyState = ({
  title,
  text,
  heading = 'h2',
  children,
}: {
  title: string;
  text?: string;
  /** `h1` where nothing else names the screen and its tab. */
  heading?: 'h1' | 'h2';
  children?: ReactNode;
}) => {
  useTabName(heading === 'h1' ? title : null);
  return (
    <Box sx={{ py: 8, px: 2, textAlign: 'center' }}>
      <MarkDrawing />
      <Typography variant="h2" component={heading} sx={{ mt: 3 }}>
        {title}
      </Typography>
      {text ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1, mb: 2.5 }}>
          {text}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', gap: 1.25, justifyContent: 'center', flexWrap: 'wrap' }}>{children}</Box>
    </Box>
  );
};
