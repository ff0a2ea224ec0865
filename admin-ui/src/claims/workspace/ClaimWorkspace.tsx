import { ShowBase, useParams, useShowContext } from 'react-admin';
import type { Claim } from '../../shared/types';
import { ClaimMissing } from './ClaimMissing';
import { useWorkspaceState } from './useWorkspaceState';
import { WorkspaceContext } from './WorkspaceContext';
import { WorkspaceDialogs } from './dialogs/WorkspaceDialogs';
import { WorkspaceHeader } from './WorkspaceHeader';
import { WorkspaceLayout } from './WorkspaceLayout';
import { WorkspaceSkeleton } from './WorkspaceSkeleton';

// What went wrong is told in place; a claim that is on screen stays there when asking again fails.
const QUERY = { refetchInterval: 30_000, onError: () => undefined };

/** One claim on one screen: papers beside facts, checks, verdict, payment and the decision. */
export const ClaimWorkspace = () => {
  const { id } = useParams<{ id: string }>();
  return (
    <ShowBase key={id} id={id} redirectOnError={false} queryOptions={QUERY}>
      <Loaded />
    </ShowBase>
  );
};

const Loaded = () => {
  const { record, error, refetch } = useShowContext<Claim>();
  if (record) return <Workspace claim={record} />;
  return error ? <ClaimMissing error={error} onRetry={() => void refetch()} /> : <WorkspaceSkeleton />;
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
