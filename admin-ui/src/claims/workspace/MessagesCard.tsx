import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { LocalDate } from '../../shared/LocalDateField';
import { Panel } from '../../shared/Panel';
import type { Message } from '../../shared/types';
import { useClaimMessages } from './useClaimLists';
import { useWorkspace } from './WorkspaceContext';

/** The whole exchange, newest first, as plain text: nothing of a stranger's mail is run or fetched. */
export const MessagesCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const letters = useClaimMessages(claim.id).filter((message) => message.kind !== 'note');
  return (
    <Panel title={translate('claim.view.messages')}>
      {letters.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.message.none')}
        </Typography>
      ) : null}
      {letters.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </Panel>
  );
};

const Letter = ({ letter }: { letter: Message }) => {
  const translate = useTranslate();
  const out = letter.direction === 'out';
  const state = out ? translate(`claim.message.${letter.state}`, { _: letter.state }) : '';
  return (
    <Box component="article" sx={{ py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography variant="subtitle2" component="h3">
          {translate(out ? 'claim.message.out' : 'claim.message.in')}
        </Typography>
        <Typography
          variant="caption"
          color={letter.state === 'failed' ? 'error.main' : 'text.secondary'}
          sx={{ flex: 1 }}
        >
          {state}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          <LocalDate value={letter.createdAt} showTime style="tight" />
        </Typography>
      </Box>
      {letter.subject ? (
        <Typography variant="body2" sx={{ fontWeight: 500, mt: 0.5 }}>
          {letter.subject}
        </Typography>
      ) : null}
      <Typography
        variant="body2"
        sx={{ mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '68ch' }}
      >
        {letter.text}
      </Typography>
    </Box>
  );
};
