import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  HttpError,
  useDataProvider,
  useGetIdentity,
  useNotify,
  usePermissions,
  useRefresh,
} from 'react-admin';
import { may, type Role } from '../../../../server/domain/permissions';
import type { DeskDataProvider } from '../../providers/dataProvider';
import { problemCode, type Problem } from '../../providers/http';
import type { Claim } from '../../shared/types';
import { leftOn } from './decision';
import type { DialogName, Failure, Workspace } from './WorkspaceContext';

/** Everything the panels of a claim share. */
export function useWorkspaceState(claim: Claim): Workspace {
  const verbs = useDataProvider<DeskDataProvider>();
  const { permissions: role } = usePermissions<Role>();
  const { identity } = useGetIdentity();
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [staleSince, setStaleSince] = useState<number | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [picked, choosePayments] = useState<string[] | null>(null);

  const act: Workspace['act'] = async (name, send, done = 'app.saved') => {
    if (busy) return false;
    setBusy(name);
    setFailure(null);
    try {
      const answer = await send({ id: claim.id, version: claim.version });
      if (isClaim(answer))
        queries.setQueriesData({ queryKey: ['claims', 'getOne', { id: claim.id }] }, answer);
      setStaleSince(null);
      notify(done, { type: 'success' });
      refresh();
      return true;
    } catch (error) {
      if (problemCode(error) === 'stale-version') setStaleSince(claim.version);
      const refused = failureOf(name, error);
      setFailure(refused);
      notify(refused.text, { type: 'error', messageArgs: { _: refused.text } });
      return false;
    } finally {
      setBusy(null);
    }
  };

  return {
    claim,
    verbs,
    mayWork: role !== undefined && may(role, 'claims.work'),
    mayApprove: role !== undefined && may(role, 'claims.approve'),
    me: String(identity?.id ?? ''),
    busy,
    conflict: staleSince === claim.version,
    act,
    reload: () => {
      setStaleSince(null);
      refresh();
    },
    failure,
    dialog,
    open: (next) => {
      setFailure(null);
      setDialog(next);
    },
    chosenPayments: picked ?? paymentsOf(claim),
    choosePayments,
  };
}

function failureOf(of: string, error: unknown): Failure {
  const body = error instanceof HttpError ? (error.body as Problem | undefined) : undefined;
  const text = error instanceof Error ? error.message : 'ra.notification.http_error';
  const errors = body?.errors ?? {};
  return { of, text, fields: Object.keys(errors), errors };
}

function isClaim(answer: unknown): answer is Claim {
  return typeof answer === 'object' && answer !== null && 'number' in answer && 'version' in answer;
}

/**
 * The payments to start with: the claim's own first, then others of the same order, which are drawn on only when
 * the first cannot carry the sum. Nothing is ticked until somebody has chosen the claim's payment.
 */
function paymentsOf(claim: Claim): string[] {
  if (!claim.paymentId) return [];
  const others = (claim.paymentCandidates ?? []).filter(
    (one) =>
      one.paymentId !== claim.paymentId &&
      one.reasons.some((reason) => reason.startsWith('order')) &&
      leftOn(one) > 0,
  );
  const ofOrder = claim.kind === 'mistaken_operation' ? [] : others;
  return [claim.paymentId, ...ofOrder.map((one) => one.paymentId)];
}
