import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

/** A quick answer needs no skeleton; a slow one gets the shapes of what will come. */
const WAIT_MS = 150;

/** Shapes of the claim's screen while it is being read. */
export const WorkspaceSkeleton = () => {
  const translate = useTranslate();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!shown) return null;
  return (
    <Box aria-busy aria-label={translate('app.loading')} role="status">
      <Skeleton variant="text" width={280} height={40} />
      <Skeleton variant="text" width={420} sx={{ mb: 3 }} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '42% 1fr 1fr' } }}>
        <Card sx={{ p: 2 }}>
          <Skeleton variant="rounded" height={560} />
        </Card>
        {[0, 1].map((column) => (
          <Card key={column} sx={{ p: 2.25 }}>
            {[0, 1, 2, 3, 4].map((line) => (
              <Skeleton key={line} variant="text" height={44} width={line % 2 === 0 ? '100%' : '70%'} />
            ))}
          </Card>
        ))}
      </Box>
    </Box>
  );
};
