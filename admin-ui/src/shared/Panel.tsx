import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useId, type CSSProperties, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Stands at the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  sx?: CSSProperties;
}

/** A white card with a heading that names it to everybody. */
export const Panel = ({ title, aside, children, sx }: Props) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2.25, ...sx }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.25 }}>
        <Typography id={id} variant="h4" component="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Card>
  );
};
