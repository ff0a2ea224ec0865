import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../../../records/Facts';
import { formatDay, formatInstant } from '../../../shared/format';
import { Panel } from '../../../shared/Panel';
import type { AuthorityRequest } from '../../../shared/types';
import { useLanguage } from '../../../shared/useLanguage';
import { useTermName } from '../../../shared/useTermName';
import { useWorkspace } from '../WorkspaceContext';
import { AnswerDialog } from './AnswerDialog';
import { CorrectDialog } from './CorrectDialog';

/** What authorities asked about the claim, until when an answer is owed, and what was answered. */
export const AuthoritiesCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const requests = claim.authorityRequests ?? [];
  if (requests.length === 0) return null;
  return (
    <Panel title={translate('authority.card.title')}>
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
    </Panel>
  );
};

const Request = ({ request }: { request: AuthorityRequest }) => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  const language = useLanguage();
  const name = useTermName([request.kind])(request.kind);
  const [dialog, setDialog] = useState<'answer' | 'correct' | null>(null);
  const term = claim.obligations.find(({ kind, round }) => kind === request.kind && round === request.round);
  const close = () => {
    setDialog(null);
  };
  const owed = request.answeredAt === null && request.withdrawnAt === null;
  return (
    <Box sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 0.5 }}>
        {name}
        {request.withdrawnAt === null ? '' : ` (${translate('authority.card.withdrawn')})`}
      </Typography>
      <Facts
        facts={[
          ['authority.card.reference', request.reference],
          ['authority.card.receivedAt', formatInstant(request.receivedAt, language)],
          ['authority.card.dueOn', term?.dueOn ? formatDay(term.dueOn, language) : null],
          request.answeredAt !== null && [
            'authority.card.answered',
            `${formatInstant(request.answeredAt, language)}, ${request.answerReference ?? ''}`,
          ],
        ]}
      />
      {mayWork ? (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          {owed ? (
            <Button
              size="small"
              variant="outlined"
              aria-label={`${translate('authority.card.answer')}: ${name}`}
              onClick={() => {
                setDialog('answer');
              }}
            >
              {translate('authority.card.answer')}
            </Button>
          ) : null}
          <Button
            size="small"
            aria-label={`${translate('authority.card.correct')}: ${name}`}
            onClick={() => {
              setDialog('correct');
            }}
          >
            {translate('authority.card.correct')}
          </Button>
        </Box>
      ) : null}
      {dialog === 'answer' ? <AnswerDialog request={request} onClose={close} /> : null}
      {dialog === 'correct' ? <CorrectDialog request={request} onClose={close} /> : null}
    </Box>
  );
};
