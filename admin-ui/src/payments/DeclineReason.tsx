import ReportOutlined from '@mui/icons-material/ReportOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { type DeclineCause, declineText } from '../../../server/domain/decline-reasons';
import { useLanguage } from '../shared/useLanguage';

/** Why a payment did not go through, in the words that its payer reads, with the gateway's own number. */
export const DeclineReason = ({ cause, code }: { cause: DeclineCause; code: number | null }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <ReportOutlined color="warning" sx={{ fontSize: 20, mt: '1px' }} aria-hidden />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2">{declineText(cause, language)}</Typography>
        {code === null ? null : (
          <Typography variant="caption" color="text.secondary" component="div">
            {translate('payment.reasonCode', { code })}
          </Typography>
        )}
      </Box>
    </Box>
  );
};
