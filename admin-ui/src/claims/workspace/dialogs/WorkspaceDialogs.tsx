import { useWorkspace } from '../WorkspaceContext';
import { AskedDialog } from '../authorities/AskedDialog';
import { AskDialog } from './AskDialog';
import { DuplicateDialog } from './DuplicateDialog';
import { EditDialog } from './EditDialog';
import { PaymentDialog } from './PaymentDialog';
import { PeopleDialog } from './PeopleDialog';
import { ReasonDialog } from './ReasonDialog';
import { ReceivedDialog } from './ReceivedDialog';
import { RejectDialog } from './RejectDialog';
import { WriteDialog } from './WriteDialog';

/** The one dialog that is open, mounted afresh each time. */
export const WorkspaceDialogs = () => {
  const { claim, dialog, verbs } = useWorkspace();
  const held = claim.heldAt != null;
  const takenBack = claim.chargedBackAt != null;
  switch (dialog) {
    case 'write':
      return <WriteDialog />;
    case 'ask':
      return <AskDialog />;
    case 'edit':
      return <EditDialog />;
    case 'people':
      return <PeopleDialog />;
    case 'received':
      return <ReceivedDialog />;
    case 'authority':
      return <AskedDialog />;
    case 'payment':
      return <PaymentDialog />;
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
    case 'chargeback':
      return (
        <ReasonDialog
          name="chargeback"
          words={takenBack ? 'claim.chargebackWon' : 'claim.chargeback'}
          danger={!takenBack}
          send={(seen, reason) => verbs.chargeback(seen, !takenBack, reason)}
        />
      );
    case 'hold':
      return (
        <ReasonDialog
          name="hold"
          words={held ? 'claim.holdRelease' : 'claim.hold'}
          danger={held}
          send={(seen, reason) => verbs.hold(seen, !held, reason)}
        />
      );
    case null:
      return null;
  }
};
