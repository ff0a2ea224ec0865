import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** A name (a key of the catalogue) and what stands behind it; an absent value is left out. */
export type Fact = [name: string, value: ReactNode];

/** Facts of a record: names at the left, values at the right; a dash for what is not known. */
export const Facts = ({ facts }: { facts: (Fact | false | null | undefined)[] }) => {
  const translate = useTranslate();
  const shown = facts.filter((fact): fact is Fact => Array.isArray(fact));
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(112px, 2fr) 3fr',
        columnGap: 2,
        rowGap: 1,
        m: 0,
      }}
    >
      {shown.map(([name, value]) => (
        <Fragment key={name}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(name)}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', minWidth: 0 }}>
            {value === null || value === '' || value === undefined ? '—' : value}
          </Typography>
        </Fragment>
      ))}
    </Box>
  );
};
