import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts, type Fact } from '../../../records/Facts';
import { dayInAlmaty, formatDay } from '../../../shared/format';
import { Panel } from '../../../shared/Panel';
import { useLanguage } from '../../../shared/useLanguage';
import { useWorkspace } from '../WorkspaceContext';
import { CloseWaitingDialog } from './CloseWaitingDialog';
import { EffectTable } from './EffectTable';

/** The customer is waited for: since when, what was sent, what comes next, and what that does to each term. */
export const WaitingCard = () => {
  const { claim, mayApprove, open } = useWorkspace();
  const translate = useTranslate();
  const language = useLanguage();
  const [closing, setClosing] = useState(false);
  const { waiting } = claim;
  if (!waiting) return null;
  const day = (at: string) => formatDay(dayInAlmaty(at), language, 'dayMonth');
  const { mayCloseOn, closedAt } = waiting;
  const mayClose = closedAt === null && mayCloseOn !== null && dayInAlmaty(new Date()) >= mayCloseOn;
  const facts: Fact[] = [
    ['claim.waiting.since', day(waiting.since)],
    ['claim.waiting.reminders', waiting.reminders.map(day).join(', ') || '—'],
    ['claim.waiting.warnedAt', waiting.warnedAt ? day(waiting.warnedAt) : '—'],
    ...(waiting.nextAt ? [['claim.waiting.next', day(waiting.nextAt)] satisfies Fact] : []),
    [
      'claim.waiting.mayCloseOn',
      mayCloseOn ? formatDay(mayCloseOn, language, 'dayMonth') : translate('claim.waiting.afterWarning'),
    ],
  ];
  return (
    <Panel title={translate(closedAt ? 'claim.waiting.closedTitle' : 'claim.waiting.title')}>
      <Facts facts={facts} />
      <EffectTable effects={waiting.effects} />
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1 }}>
        {translate('claim.waiting.bySettings')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
        {mayClose && mayApprove ? (
          <Button
            variant="outlined"
            color="error"
            onClick={() => {
              setClosing(true);
            }}
          >
            {translate('claim.waiting.close')}
          </Button>
        ) : null}
        {closedAt ? (
          <Button
            variant="outlined"
            onClick={() => {
              open('reopen');
            }}
          >
            {translate('claim.more.reopen')}
          </Button>
        ) : null}
      </Box>
      {closing ? (
        <CloseWaitingDialog
          onClose={() => {
            setClosing(false);
          }}
        />
      ) : null}
    </Panel>
  );
};
