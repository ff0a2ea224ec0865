import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

/** A search in a dialog begins with this many characters. */
export const SEARCH_FROM = 3;

/** Says how much has to be typed before anything is looked for. */
export const SearchLonger = () => {
  const translate = useTranslate();
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
      {translate('claim.searchFrom', { count: SEARCH_FROM })}
    </Typography>
  );
};
