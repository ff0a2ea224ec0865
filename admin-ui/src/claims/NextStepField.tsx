import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import type { Claim } from '../shared/types';
import { nextStepOf } from './nextStep';

/** What has to happen next with the claim at hand. */
export const NextStepField = (_: { source?: string; label?: string }) => {
  const claim = useRecordContext<Claim>();
  const translate = useTranslate();
  if (!claim) return null;
  const { key, missing = [], ready, failed } = nextStepOf(claim);
  const list = missing.map((item) => translate(`claim.inList.${item}`)).join(', ');
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        fontSize: '0.8125rem',
        color: ready ? 'success.main' : failed ? 'error.main' : 'text.secondary',
        fontWeight: ready ? 500 : 400,
      }}
    >
      {ready ? <CheckCircleOutlined sx={{ fontSize: 17 }} aria-hidden /> : null}
      {translate(key, { list })}
    </Box>
  );
};
