import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { dayInAlmaty, formatDay } from '../../../shared/format';
import { useLanguage } from '../../../shared/useLanguage';

/** What stands in the place of a copy whose term has passed: the day, and the certificate of its erasure. */
export const ErasedNote = ({ id, at }: { id: string; at: string }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box sx={{ p: 4, textAlign: 'center' }}>
      <Typography variant="h4" component="h2">
        {translate('claim.doc.erased')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, mb: 2 }}>
        {translate('claim.doc.erasedText', { date: formatDay(dayInAlmaty(at), language) })}
      </Typography>
      <Button
        variant="outlined"
        component="a"
        href={`/api/documents/${id}/erasure-certificate?language=${language}`}
        target="_blank"
        rel="noopener"
      >
        {translate('claim.doc.certificate')}
      </Button>
    </Box>
  );
};
