import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { KNOWN_PROBLEMS } from '../providers/http';
import type { BatchResult } from '../providers/verbs';

/** What became of a row in the batch, in words. */
export const RowResult = ({ result }: { result: BatchResult }) => {
  const translate = useTranslate();
  if (result.ok) {
    return (
      <Typography variant="caption" component="div" sx={{ color: 'success.main' }}>
        {translate('claim.inbox.ok')}
      </Typography>
    );
  }
  const code = result.problem?.type.slice('/problems/'.length) ?? '';
  const known = (KNOWN_PROBLEMS as readonly string[]).includes(code);
  const text = known
    ? translate(`app.problem.${code}`)
    : (result.problem?.detail ?? result.problem?.title ?? '');
  return (
    <Typography variant="caption" component="div" sx={{ color: 'error.main' }}>
      {translate('claim.inbox.failed', { text })}
    </Typography>
  );
};
