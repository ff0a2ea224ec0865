import { useWorkspace } from '../WorkspaceContext';
import { AskDialog } from './AskDialog';
import { DuplicateDialog } from './DuplicateDialog';
import { EditDialog } from './EditDialog';
import { ReasonDialog } from './ReasonDialog';
import { RejectDialog } from './RejectDialog';
import { WriteDialog } from './WriteDialog';

/** The one dialog that is open, mounted afresh each time. */
export const WorkspaceDialogs = () => {
  const { dialog, verbs } = useWorkspace();
  switch (dialog) {
    case 'write':
      return <WriteDialog />;
    case 'ask':
      return <AskDialog />;
    case 'edit':
      return <EditDialog />;
    case 'duplicate':
      return <DuplicateDialog />;
    case 'reject':
      return <RejectDialog />;
    case 'withdraw':
      return <ReasonDialog name="withdraw" words="claim.withdraw" danger send={verbs.withdraw} />;
    case 'reopen':
      return <ReasonDialog name="reopen" words="claim.reopen" send={verbs.reopen} />;
    case 'return':
      return <ReasonDialog name="return" words="claim.return" send={verbs.returnProposal} />;
    case null:
      return null;
  }
};
