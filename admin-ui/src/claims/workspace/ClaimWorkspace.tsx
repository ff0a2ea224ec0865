import { ShowBase, useParams, useRecordContext } from 'react-admin';
import type { Claim } from '../../shared/types';
import { useWorkspaceState } from './useWorkspaceState';
import { WorkspaceContext } from './WorkspaceContext';
import { WorkspaceDialogs } from './dialogs/WorkspaceDialogs';
import { WorkspaceHeader } from './WorkspaceHeader';
import { WorkspaceLayout } from './WorkspaceLayout';

/** One claim on one screen: papers beside facts, checks, verdict, payment and the decision. */
export const ClaimWorkspace = () => {
  const { id } = useParams<{ id: string }>();
  return (
    <ShowBase key={id} id={id} queryOptions={{ refetchInterval: 30_000 }}>
      <Loaded />
    </ShowBase>
  );
};

const Loaded = () => {
  const claim = useRecordContext<Claim>();
  return claim ? <Workspace claim={claim} /> : null;
};

const Workspace = ({ claim }: { claim: Claim }) => {
  const workspace = useWorkspaceState(claim);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <WorkspaceHeader />
      <WorkspaceLayout />
      <WorkspaceDialogs />
    </WorkspaceContext.Provider>
  );
};
