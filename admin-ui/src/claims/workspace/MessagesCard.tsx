import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Panel } from '../../shared/Panel';
import { Letter } from './Letter';
import { known, PartState } from '../../shared/PartState';
import { useClaimMessages } from './useClaimLists';
import { useWorkspace } from './WorkspaceContext';

/** The whole exchange, newest first, as plain text: nothing of a stranger's mail is run or fetched. */
export const MessagesCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const messages = useClaimMessages(claim.id);
  const letters = messages.rows.filter((message) => message.kind !== 'note');
  return (
    <Panel title={translate('claim.view.messages')}>
      <PartState parts={[messages]} />
      {letters.length === 0 && known(messages) ? (
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
