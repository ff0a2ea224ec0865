import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useNotify, useTranslate } from 'react-admin';
import { formatInstant } from '../shared/format';
import { RefundStateWord } from '../shared/StateField';
import { useLanguage } from '../shared/useLanguage';
import { outcomeWord } from './outcomeWord';
import type { Attempt, GatewayCall } from './types';

/** One attempt: its key, what came of it, and each call to the gateway in its order. */
export const AttemptCard = ({ attempt }: { attempt: Attempt }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box
      component="section"
      aria-label={translate('refund.attempt', { number: attempt.number })}
      sx={{
        pb: 2,
        mb: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { border: 0, mb: 0, pb: 0 },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <Typography variant="subtitle2" component="h3">
          {translate('refund.attempt', { number: attempt.number })}
        </Typography>
        <RefundStateWord state={attempt.state} />
        {attempt.sends > 1 ? (
          <Typography variant="caption" color="text.secondary">
            {translate('refund.sends', { smart_count: attempt.sends })}
          </Typography>
        ) : null}
      </Box>
      <RequestId id={attempt.id} />
      {attempt.outcomeCode ? (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {outcomeWord(translate, attempt.outcomeCode)}
          {attempt.outcomeText ? (
            <Typography component="span" variant="body2" color="text.secondary">
              {' '}
              «{attempt.outcomeText}»
            </Typography>
          ) : null}
        </Typography>
      ) : null}
      {attempt.state === 'queued' && attempt.notBefore ? (
        <Typography variant="body2" color="text.secondary">
          {translate('refund.notBefore', { time: formatInstant(attempt.notBefore, language, 'short') })}
        </Typography>
      ) : null}
      {attempt.calls.length > 0 ? (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
          {attempt.calls.map((call, index) => (
            <CallRow key={index} call={call} />
          ))}
        </Box>
      ) : null}
    </Box>
  );
};

const CallRow = ({ call }: { call: GatewayCall }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '148px 1fr auto' },
        columnGap: 2,
        py: 0.5,
        borderTop: '1px dashed',
        borderColor: 'divider',
      }}
    >
      <Typography variant="caption" color="text.secondary" sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        {formatInstant(call.startedAt, language, 'short')}
      </Typography>
      <Typography variant="body2">
        {translate(`refund.call.${call.method.replace(/\W/g, '_')}`, { _: call.method })}:{' '}
        {outcomeWord(translate, call.outcome)}
      </Typography>
      <Typography variant="caption" color="text.secondary" noWrap>
        {translate('refund.milliseconds', { count: call.durationMs })}
      </Typography>
    </Box>
  );
};

/** The key that makes a repeated call harmless; support of the gateway asks for it. */
const RequestId = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <Typography variant="caption" color="text.secondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
      X-Request-ID: {id}
      <Tooltip title={translate('app.act.copy')}>
        <IconButton
          size="small"
          aria-label={translate('refund.copyKey')}
          onClick={() => {
            void navigator.clipboard.writeText(id).then(() => {
              notify('app.act.copied');
            });
          }}
        >
          <ContentCopyOutlined sx={{ fontSize: 14 }} />
        </IconButton>
      </Tooltip>
    </Typography>
  );
};
